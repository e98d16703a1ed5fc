# Lists from elsewhere, pasted or as files.
import-title = Import a list
import-about = Send me an Excel (.xlsx) or CSV file here, with or without words: its first line says what it is. Or choose, and paste the list.
import-people = People: name or email, and departments, manager, role, kind
import-values = Values: measure, period, value
import-button-people = Import people
import-button-values = Import values

# To be mended
import-unknown = I cannot tell what this is a list of. Its first line must name the columns: “name, email, departments, manager …” for people, “measure, period, value …” for values.
import-file-workbook = I cannot read { $file }: it is another kind of workbook, locked or broken. Please save it as .xlsx without a password, or as CSV (UTF-8), and send me that.
import-file-packed = { $file } holds far more than a list. Please send me a workbook with only that sheet, or a CSV file.
import-file-kind = I can do nothing with { $file } yet. I read lists as Excel (.xlsx) or CSV files: of people, or of values. Type import to see how.
import-file-text = { $file } is no text that I can read. Please save it as CSV (UTF-8), and send me that.
import-file-large = { $file } is too large: { $limit } KB is the most. Please send it in parts.
import-file-refused = The chat does not let me read { $file }. An admin may have to install the app again with the scope files:read. Until then, paste the lines behind the command.
import-file-failed = I could not get { $file } from the chat just now. Please send it once more, or paste the lines behind the command.

help-import = Imports a list, pasted or sent as an Excel or CSV file: people or values
