# Backups and the way to another database, read by who runs the bot.
carry-whole = ✓
carry-not-whole = ✗ not what was sent
carry-backed-up = Backed up { $rows } rows of { $tables } tables: { $path }
carry-about = Backup of { $at }: { $rows } rows in { $tables } tables.
carry-restored = Everything is restored. Start the bot with: shopcrew run
carry-checked = This backup is whole and can be restored. No database was touched.
carry-other-key = This backup was made under another key (SHOPCREW_SECRET_KEY, or the .key file beside an SQLite database). Bring that key too: without it the tokens of Slack workspaces and links to open forms cannot be used.
carry-moved = Everything has arrived, and the old database is as it was: keep it until all is well. Put this line into the environment (.env), and start the bot:
carry-password = (with your password where *** stands)
carry-key = The key to what is encrypted comes along: set SHOPCREW_SECRET_KEY to what is in { $path }

carry-nothing = This database is empty: there is nothing to carry.
carry-newer = This was made by a newer Shopcrew (revision { $revision }, this one knows { $newest }). Install the newer version and try again.
carry-not-a-database = The file that SHOPCREW_DATABASE_URL names is no SQLite database.
carry-memory = A database in memory ends with its process: name a file, such as sqlite+aiosqlite:///shopcrew.db
carry-no-database = There is no database at { $path }. Is SHOPCREW_DATABASE_URL right, and is this the folder the bot runs in?
carry-in-use = { $count ->
    [one] Another program is
   *[other] { $count } other programs are
} connected to this database. Stop the bot first: what it writes now would not be carried.
carry-no-file = There is no file { $path }.
carry-no-folder = There is no folder { $path }.
carry-there-already = { $path } is there already, and was left alone. Choose another name, or name a folder.
carry-not-ours = This is not a backup that shopcrew wrote.
carry-damaged = This backup is damaged or not whole. Nothing was changed. Try an older one.
carry-corrupt = The database itself is damaged: not all of it can be read.
carry-not-empty = This database is not empty, so nothing was changed. There are rows in: { $tables }. Use a new, empty database.
carry-different = Table { $table } did not arrive as it was sent. Nothing was changed.
carry-same = This is the database that is in use already.
carry-screen = A backup is no text: send it into a file or a program, as in: shopcrew backup - > shopcrew.zip
carry-no-space = There is no space left. Nothing half is left behind.
carry-no-right = The right to read or write there is missing: ask who runs the machine or the database. Nothing was changed.
carry-lost = The database went away in the middle. Nothing was changed: try again.
carry-refused = It did not work, and nothing was changed. The reason: { $why }
