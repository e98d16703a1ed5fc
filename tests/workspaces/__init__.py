"""Several workspaces: keys, installs, companies that know nothing of each other."""
