"""Changes of the schema, one numbered file each, run by `storage.database.upgrade`."""
