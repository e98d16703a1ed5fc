"""Who installed us where: what is asked before an organization is known."""
