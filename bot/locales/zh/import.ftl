# 来自别处的名单和数据，粘贴或以文件发送。
import-title = 导入
import-about = 直接把 Excel（.xlsx）或 CSV 文件发给我即可：第一行的列名会告诉我是什么。也可以先选择类型，再粘贴内容。
import-people = 人员：姓名或邮箱，以及部门、上级、职位、工作方式
import-values = 数值：指标、周期、数值
import-button-people = 导入人员
import-button-values = 导入数值

# 需要更正
import-unknown = 看不出这是什么内容。第一行必须写列名：人员写“姓名、邮箱、部门、上级……”，数值写“指标、周期、数值……”。
import-file-workbook = 无法读取 { $file }：格式不支持、有密码或文件已损坏。请另存为不加密的 .xlsx 或 CSV（UTF-8）后再发给我。
import-file-packed = { $file } 的内容太多，不像一份名单。请只保留要导入的工作表，或改发 CSV 文件。
import-file-kind = 暂时无法处理 { $file }。我能读取 Excel（.xlsx）或 CSV 文件：人员名单或指标数值。输入“导入”查看说明。
import-file-text = { $file } 不是可读取的文本，请另存为 CSV（UTF-8）后再发给我。
import-file-large = { $file } 太大，最多 { $limit } KB，请分批发送。
import-file-refused = 聊天平台不允许我读取 { $file }，可能需要管理员重新安装应用并授予 files:read 权限。在此之前，可以把内容粘贴在命令后面。
import-file-failed = 刚才没能取到 { $file }，请再发一次，或把内容粘贴在命令后面。

help-import = 导入名单或数值：粘贴，或直接发送 Excel、CSV 文件
