"""Everything a database holds, carried elsewhere: into a file, into another one."""
