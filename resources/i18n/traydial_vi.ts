<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AccountChooser</name>
    <message>
        <source>Which account?</source>
        <translation>Tài khoản nào?</translation>
    </message>
    <message>
        <source>Which account should call {number}?</source>
        <translation>Dùng tài khoản nào để gọi {number}?</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>&amp;Remember: use it for all calls from now on</source>
        <translation>&amp;Nhớ: từ nay dùng cho mọi cuộc gọi</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Not saved. Press Save again to save anyway.</source>
        <translation>Chưa lưu. Nhấn Lưu lần nữa để vẫn lưu.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Shown in the menu, e.g. Office.</source>
        <translation>Tên hiển thị trong trình đơn, ví dụ Văn phòng.</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Tên ngắn</translation>
    </message>
    <message>
        <source>For the command line; cannot be changed later.</source>
        <translation>Dùng cho dòng lệnh; sau này không đổi được.</translation>
    </message>
    <message>
        <source>PEM file to check the server against; empty: the certificates of this computer.</source>
        <translation>Tệp PEM để kiểm tra máy chủ; để trống: chứng chỉ của máy tính này.</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>&amp;Duyệt…</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Tệp chứng chỉ</translation>
    </message>
    <message>
        <source>&amp;More settings</source>
        <translation>&amp;Thiết lập khác</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Kiểm tra kết nối</translation>
    </message>
    <message>
        <source>* must be filled in</source>
        <translation>* bắt buộc điền</translation>
    </message>
    <message>
        <source>{field}, required</source>
        <translation>{field}, bắt buộc</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>stored in the keyring</source>
        <translation>đã lưu trong kho khóa</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Chứng chỉ (*.pem *.crt *.cer);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Chọn chứng chỉ</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation>Đang kiểm tra kết nối…</translation>
    </message>
    <message>
        <source>The account works.</source>
        <translation>Tài khoản hoạt động.</translation>
    </message>
    <message>
        <source>The PBX answers; only a call can show more.</source>
        <translation>Tổng đài có trả lời; chỉ một cuộc gọi mới cho biết thêm.</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>There is no account yet. Add one for your PBX.</source>
        <translation>Chưa có tài khoản nào. Hãy thêm một tài khoản cho tổng đài.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>Thê&amp;m</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Đang kết nối…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Sẵn sàng</translation>
    </message>
    <message>
        <source>{account} – default</source>
        <translation>{account} – mặc định</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Xóa tài khoản</translation>
    </message>
    <message>
        <source>Remove the account {account} and its passwords?</source>
        <translation>Xóa tài khoản {account} và các mật khẩu của nó?</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Giữ lại</translation>
    </message>
</context>
<context>
    <name>AmountBox</name>
    <message numerus="yes">
        <source>day(s)</source>
        <translation>
            <numerusform>ngày</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallPopup</name>
    <message>
        <source>About to call</source>
        <translation>Sắp gọi</translation>
    </message>
    <message>
        <source>Stop &amp;recording</source>
        <translation>Dừng ghi â&amp;m</translation>
    </message>
    <message>
        <source>Open &amp;Settings</source>
        <translation>Mở &amp;Thiết lập</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>Ghi â&amp;m</translation>
    </message>
    <message>
        <source>Still recorded!</source>
        <translation>Vẫn đang ghi âm!</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Time left to undo</source>
        <translation>Thời gian còn lại để hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Hang up</source>
        <translation>&amp;Gác máy</translation>
    </message>
    <message>
        <source>&amp;Why this number?</source>
        <translation>&amp;Vì sao là số này?</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Vì sao là số này?</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>The call may still be recorded: tell the other party, hang up, or stop it on your phone.</source>
        <translation>Cuộc gọi có thể vẫn đang được ghi âm: hãy báo cho bên kia, gác máy, hoặc dừng trên điện thoại.</translation>
    </message>
    <message>
        <source>The PBX says: {answer}</source>
        <translation>Tổng đài báo: {answer}</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Press 1–{last} to call</source>
        <translation>Nhấn 1–{last} để gọi</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Gọi</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>&amp;Hủy</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Call this number?</source>
        <translation>Gọi số này?</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>&amp;Why this number?</source>
        <translation>&amp;Vì sao là số này?</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Vì sao là số này?</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Gọi</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Quốc gia</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Dialled as</source>
        <translation>Quay số</translation>
    </message>
</context>
<context>
    <name>DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Chẩn đoán</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Các mục kiểm tra</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Kiểm tra &amp;lại</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;Sao chép báo cáo</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>The report holds no passwords, keys or telephone numbers.</source>
        <translation>Báo cáo không chứa mật khẩu, khóa hay số điện thoại.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Đang kiểm tra…</translation>
    </message>
    <message>
        <source>works</source>
        <translation>hoạt động</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>cần chú ý</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>chưa thiết lập</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Mọi thứ đều hoạt động.</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>không hoạt động</translation>
    </message>
    <message>
        <source>not on this desktop</source>
        <translation>không có trên màn hình nền này</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to fix. How to fix them is shown below.</source>
        <translation>
            <numerusform>Có %n việc cần sửa. Cách sửa được nêu bên dưới.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>Báo cáo đã ở trong bảng tạm.</translation>
    </message>
</context>
<context>
    <name>DialWindow</name>
    <message>
        <source>Dial</source>
        <translation>Gọi</translation>
    </message>
    <message>
        <source>Number or text with a number</source>
        <translation>Số hoặc văn bản có số</translation>
    </message>
    <message>
        <source>Number to call</source>
        <translation>Số cần gọi</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Gọi</translation>
    </message>
    <message>
        <source>Recent calls</source>
        <translation>Cuộc gọi gần đây</translation>
    </message>
    <message>
        <source>Open &amp;Settings</source>
        <translation>Mở &amp;Thiết lập</translation>
    </message>
    <message>
        <source>Calling with {account}</source>
        <translation>Gọi bằng {account}</translation>
    </message>
    <message>
        <source>There is no default account: you will be asked which one to use.</source>
        <translation>Chưa có tài khoản mặc định: bạn sẽ được hỏi dùng tài khoản nào để gọi.</translation>
    </message>
    <message>
        <source>There is no account yet: add one in Settings.</source>
        <translation>Chưa có tài khoản nào: hãy thêm trong Thiết lập.</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Thời lượng</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
</context>
<context>
    <name>HistoryWindow</name>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Number, name or note</source>
        <translation>Số, tên hoặc ghi chú</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Tìm trong lịch sử</translation>
    </message>
    <message>
        <source>About this call</source>
        <translation>Về cuộc gọi này</translation>
    </message>
    <message>
        <source>Past calls</source>
        <translation>Các cuộc gọi đã qua</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Gọi</translation>
    </message>
    <message>
        <source>&amp;Name and note…</source>
        <translation>&amp;Tên và ghi chú…</translation>
    </message>
    <message>
        <source>C&amp;opy number</source>
        <translation>&amp;Sao chép số</translation>
    </message>
    <message>
        <source>&amp;Why this number?</source>
        <translation>&amp;Vì sao là số này?</translation>
    </message>
    <message>
        <source>Open &amp;recording</source>
        <translation>Mở bản &amp;ghi âm</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Xóa…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>X&amp;uất…</translation>
    </message>
    <message>
        <source>Delete &amp;all…</source>
        <translation>Xóa tất &amp;cả…</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>Thê&amp;m</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>No calls found.</source>
        <translation>Không tìm thấy cuộc gọi nào.</translation>
    </message>
    <message>
        <source>No calls yet.</source>
        <translation>Chưa có cuộc gọi nào.</translation>
    </message>
    <message>
        <source>This searches the latest 10,000 calls. Type a third character to search all.</source>
        <translation>Hiện chỉ tìm trong 10.000 cuộc gọi gần nhất; gõ ký tự thứ ba để tìm tất cả.</translation>
    </message>
    <message>
        <source>Numbers are masked: see Settings, History.</source>
        <translation>Các số được che bớt: xem Thiết lập, Lịch sử.</translation>
    </message>
    <message>
        <source>This link is not opened: it does not begin with https.</source>
        <translation>Liên kết này không được mở: nó không bắt đầu bằng https.</translation>
    </message>
    <message>
        <source>through {account}</source>
        <translation>qua {account}</translation>
    </message>
    <message>
        <source>dialled as {number}</source>
        <translation>quay số {number}</translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <translation>nhãn {tag}</translation>
    </message>
    <message>
        <source>reference {reference}</source>
        <translation>tham chiếu {reference}</translation>
    </message>
    <message>
        <source>there is a recording</source>
        <translation>có bản ghi âm</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Vì sao là số này?</translation>
    </message>
    <message>
        <source>Delete this call from the history?</source>
        <translation>Xóa cuộc gọi này khỏi lịch sử?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n call(s) from the history?</source>
        <translation>
            <numerusform>Xóa %n cuộc gọi khỏi lịch sử?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) exported to {file}.</source>
        <translation>
            <numerusform>Đã xuất %n cuộc gọi vào {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete all calls from the history?</source>
        <translation>Xóa mọi cuộc gọi khỏi lịch sử?</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Việc này không thể hoàn tác.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Giữ lại</translation>
    </message>
    <message>
        <source>call-history.csv</source>
        <translation>lich-su-cuoc-goi.csv</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Xuất lịch sử</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Bảng (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Đang xuất…</translation>
    </message>
</context>
<context>
    <name>HotkeysPage</name>
    <message>
        <source>Hotkeys work in every program. Click into a field and press the keys; Backspace turns one off.</source>
        <translation>Phím tắt dùng được trong mọi chương trình. Nhấp vào ô rồi nhấn phím; Backspace để tắt.</translation>
    </message>
    <message>
        <source>“{hotkey}” uses the same keys. Change one of them.</source>
        <translation>“{hotkey}” dùng cùng phím. Hãy đổi một trong hai.</translation>
    </message>
    <message>
        <source>Takes effect when you save.</source>
        <translation>Có hiệu lực sau khi lưu.</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>Hoạt động.</translation>
    </message>
</context>
<context>
    <name>LinksBox</name>
    <message>
        <source>Open telephone links &amp;with Traydial</source>
        <translation>Mở liên kết điện thoại &amp;bằng Traydial</translation>
    </message>
    <message>
        <source>Looking for the program that opens them…</source>
        <translation>Đang tìm chương trình mở chúng…</translation>
    </message>
    <message>
        <source>Traydial opens links to telephone numbers on this desktop.</source>
        <translation>Traydial mở các liên kết tới số điện thoại trên máy này.</translation>
    </message>
    <message>
        <source>Not set up: no program opens them.</source>
        <translation>Chưa thiết lập: không có chương trình nào mở chúng.</translation>
    </message>
    <message>
        <source>Not set up: another program opens {scheme}: links ({program}).</source>
        <translation>Chưa thiết lập: một chương trình khác mở liên kết {scheme}: ({program}).</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Name and note</source>
        <translation>Tên và ghi chú</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Tên</translation>
    </message>
    <message>
        <source>N&amp;ote on this call</source>
        <translation>&amp;Ghi chú về cuộc gọi này</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>The name is shown with every call to this number.</source>
        <translation>Tên được hiển thị ở mọi cuộc gọi đến số này.</translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>Numbers</source>
        <translation>Số điện thoại</translation>
    </message>
    <message>
        <source>As in General: {country}</source>
        <translation>Như ở mục Chung: {country}</translation>
    </message>
    <message>
        <source>Country of the numbers</source>
        <translation>Quốc gia của các số</translation>
    </message>
    <message>
        <source>Prefix for an outside line</source>
        <translation>Đầu số gọi ra ngoài</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Test a ta&amp;ble of numbers…</source>
        <translation>Thử một &amp;bảng số…</translation>
    </message>
    <message>
        <source>Try a number</source>
        <translation>Thử một số</translation>
    </message>
    <message>
        <source>Type a number to see what would be dialled</source>
        <translation>Gõ một số để xem sẽ quay số nào</translation>
    </message>
    <message>
        <source>&amp;Country of the numbers</source>
        <translation>&amp;Quốc gia của các số</translation>
    </message>
    <message>
        <source>&amp;Prefix for an outside line</source>
        <translation>Đầ&amp;u số gọi ra ngoài</translation>
    </message>
    <message>
        <source>Tr&amp;y a number</source>
        <translation>Thử một &amp;số</translation>
    </message>
    <message>
        <source>Fix the rules above first.</source>
        <translation>Hãy sửa các quy tắc ở trên trước.</translation>
    </message>
</context>
<context>
    <name>NumberChooser</name>
    <message>
        <source>Which number?</source>
        <translation>Số nào?</translation>
    </message>
    <message>
        <source>Which number do you want to call?</source>
        <translation>Bạn muốn gọi số nào?</translation>
    </message>
    <message>
        <source>Numbers found</source>
        <translation>Các số tìm thấy</translation>
    </message>
    <message>
        <source>The text is long: only its beginning was searched.</source>
        <translation>Văn bản dài: chỉ phần đầu được tìm.</translation>
    </message>
</context>
<context>
    <name>QuittingDialog</name>
    <message>
        <source>Quit during a recording?</source>
        <translation>Thoát khi đang ghi âm?</translation>
    </message>
    <message>
        <source>The PBX goes on recording the call. Without Traydial you can only stop it at your phone.</source>
        <translation>Tổng đài vẫn tiếp tục ghi âm cuộc gọi. Không có Traydial, bạn chỉ có thể dừng ghi âm trên điện thoại.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>T&amp;hoát</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>&amp;Hủy</translation>
    </message>
</context>
<context>
    <name>RecordingConsentDialog</name>
    <message>
        <source>May this call be recorded?</source>
        <translation>Có được ghi âm cuộc gọi này không?</translation>
    </message>
    <message>
        <source>Was the other party told of the recording, and do they agree?</source>
        <translation>Bên kia đã được báo về việc ghi âm và có đồng ý không?</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Your settings require consent before this number is recorded.</source>
        <translation>Thiết lập của bạn yêu cầu có sự đồng ý trước khi ghi âm số này.</translation>
    </message>
    <message>
        <source>“Do not record” still places the call. Esc cancels it.</source>
        <translation>“Không ghi âm” vẫn thực hiện cuộc gọi. Esc hủy cuộc gọi.</translation>
    </message>
    <message>
        <source>They &amp;agreed: record</source>
        <translation>Đã đồng &amp;ý: ghi âm</translation>
    </message>
    <message>
        <source>Do &amp;not record</source>
        <translation>&amp;Không ghi âm</translation>
    </message>
</context>
<context>
    <name>RulesEditor</name>
    <message>
        <source>Rules of the dial plan</source>
        <translation>Các quy tắc quay số</translation>
    </message>
    <message>
        <source>Ins adds a rule, Del removes it, Alt with an arrow moves it.</source>
        <translation>Ins thêm quy tắc, Del xóa, Alt cùng mũi tên di chuyển quy tắc.</translation>
    </message>
    <message>
        <source>None yet: numbers are written as the PBX takes them.</source>
        <translation>Chưa có: số được viết theo cách tổng đài nhận.</translation>
    </message>
    <message>
        <source>Rules, one after the other:</source>
        <translation>Các quy tắc, lần lượt từ trên xuống:</translation>
    </message>
    <message>
        <source>A&amp;dd rule</source>
        <translation>&amp;Thêm quy tắc</translation>
    </message>
    <message>
        <source>Remo&amp;ve rule</source>
        <translation>&amp;Xóa quy tắc</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Chuyển &amp;lên</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>Chuyển x&amp;uống</translation>
    </message>
    <message>
        <source>Kind of rule</source>
        <translation>Loại quy tắc</translation>
    </message>
    <message>
        <source>{count}. {rule}</source>
        <translation>{count}. {rule}</translation>
    </message>
    <message>
        <source>{rule} – cannot be used</source>
        <translation>{rule} – không dùng được</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>&amp;Accounts</source>
        <translation>&amp;Tài khoản</translation>
    </message>
    <message>
        <source>Ca&amp;lls</source>
        <translation>&amp;Cuộc gọi</translation>
    </message>
    <message>
        <source>H&amp;istory</source>
        <translation>&amp;Lịch sử</translation>
    </message>
    <message>
        <source>&amp;Hotkeys</source>
        <translation>&amp;Phím tắt</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>C&amp;hung</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Save the changes?</source>
        <translation>Lưu các thay đổi?</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Bỏ</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Sửa tiếp</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Set by your administrator</source>
        <translation>Do quản trị viên đặt</translation>
    </message>
</context>
<context>
    <name>StandIn</name>
    <message>
        <source>Traydial keeps running without its window.</source>
        <translation>Traydial vẫn chạy khi không có cửa sổ.</translation>
    </message>
    <message>
        <source>Links and hotkeys still dial. Start Traydial again to have the window back, or quit here.</source>
        <translation>Liên kết và phím tắt vẫn gọi được. Mở lại Traydial để cửa sổ hiện ra, hoặc thoát tại đây.</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Tiếp tục chạy</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Thoát</translation>
    </message>
</context>
<context>
    <name>TableModel</name>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Dialled</source>
        <translation>Số được quay</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Mong đợi</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>As expected</source>
        <translation>Đúng như mong đợi</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Khác</translation>
    </message>
</context>
<context>
    <name>TableTest</name>
    <message>
        <source>Test a table of numbers</source>
        <translation>Thử một bảng số</translation>
    </message>
    <message>
        <source>Numbers and what would be dialled</source>
        <translation>Các số và số sẽ được quay</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Vì sao là số này?</translation>
    </message>
    <message>
        <source>&amp;Only those that differ or cannot be dialled</source>
        <translation>&amp;Chỉ những số khác hoặc không quay được</translation>
    </message>
    <message>
        <source>&amp;Load a table…</source>
        <translation>&amp;Mở một bảng…</translation>
    </message>
    <message>
        <source>&amp;Save the results…</source>
        <translation>&amp;Lưu kết quả…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>A CSV file with a column “number” and, if you like, “expected”: what should be dialled. No call is placed.</source>
        <translation>Một tệp CSV có cột “number” và, nếu muốn, cột “expected”: số cần được quay. Không có cuộc gọi nào được thực hiện.</translation>
    </message>
    <message>
        <source>Testing {file}…</source>
        <translation>Đang thử {file}…</translation>
    </message>
    <message>
        <source>The results are in {file}.</source>
        <translation>Kết quả nằm trong {file}.</translation>
    </message>
    <message>
        <source>Numbers: {count}. As expected: {same}. Different: {differing}. Not dialled: {undialled}.</source>
        <translation>Số: {count}. Đúng: {same}. Khác: {differing}. Không quay được: {undialled}.</translation>
    </message>
    <message>
        <source>Load a table</source>
        <translation>Mở một bảng</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>Lưu kết quả</translation>
    </message>
    <message>
        <source>{table}-results.csv</source>
        <translation>{table}-ket-qua.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Bảng (*.csv)</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Dial &amp;clipboard</source>
        <translation>Gọi số trong &amp;bảng tạm</translation>
    </message>
    <message>
        <source>&amp;Dial…</source>
        <translation>&amp;Gọi…</translation>
    </message>
    <message>
        <source>&amp;Go to the call window</source>
        <translation>&amp;Tới cửa sổ cuộc gọi</translation>
    </message>
    <message>
        <source>R&amp;ecent calls</source>
        <translation>Cuộc gọi gần &amp;đây</translation>
    </message>
    <message>
        <source>H&amp;istory…</source>
        <translation>Lịch &amp;sử…</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>Tài &amp;khoản</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Thiết &amp;lập…</translation>
    </message>
    <message>
        <source>Diag&amp;nostics</source>
        <translation>&amp;Chẩn đoán</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Th&amp;oát</translation>
    </message>
    <message>
        <source>No default account: choose one</source>
        <translation>Chưa có tài khoản mặc định: hãy chọn một</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Sẵn sàng</translation>
    </message>
    <message>
        <source>No account yet: open Settings</source>
        <translation>Chưa có tài khoản: hãy mở Thiết lập</translation>
    </message>
    <message>
        <source>Still recorded!</source>
        <translation>Vẫn đang ghi âm!</translation>
    </message>
    <message>
        <source>About to call {number}</source>
        <translation>Sắp gọi {number}</translation>
    </message>
</context>
<context>
    <name>TrayWindow</name>
    <message>
        <source>This desktop has no tray, so Traydial stays in this window.</source>
        <translation>Màn hình nền này không có khay hệ thống, nên Traydial ở trong cửa sổ này.</translation>
    </message>
</context>
<context>
    <name>accounts</name>
    <message>
        <source>up to eight digits, * and # are allowed</source>
        <translation>cho phép tối đa tám chữ số, * và #</translation>
    </message>
    <message>
        <source>only leading digits are allowed, without x and ranges</source>
        <translation>chỉ cho phép các chữ số đầu, không có x và khoảng</translation>
    </message>
    <message>
        <source>this kind of rule has nothing to use</source>
        <translation>loại quy tắc này không có gì để dùng</translation>
    </message>
    <message>
        <source>only digits are allowed, with or without +</source>
        <translation>chỉ cho phép chữ số, có hoặc không có +</translation>
    </message>
    <message>
        <source>only digits are allowed, with or without +, and \1 to \9 for the groups of the expression</source>
        <translation>chỉ cho phép chữ số, có hoặc không có +, và \1 đến \9 cho các nhóm của biểu thức</translation>
    </message>
    <message>
        <source>it must be on or off</source>
        <translation>phải là bật hoặc tắt</translation>
    </message>
    <message>
        <source>it names a group that the expression does not have</source>
        <translation>nêu một nhóm mà biểu thức không có</translation>
    </message>
    <message>
        <source>a pattern is missing</source>
        <translation>thiếu một mẫu</translation>
    </message>
    <message>
        <source>a range goes up, and both ends have the same number of digits</source>
        <translation>một khoảng phải tăng dần, và hai đầu có cùng số chữ số</translation>
    </message>
    <message>
        <source>only digits, +, x, * and # may stand in a pattern</source>
        <translation>trong mẫu chỉ được có chữ số, +, x, * và #</translation>
    </message>
    <message>
        <source>the expression is too long</source>
        <translation>biểu thức quá dài</translation>
    </message>
    <message>
        <source>a character or construct is not among those allowed</source>
        <translation>có ký tự hoặc cấu trúc không được phép</translation>
    </message>
    <message>
        <source>a group may not hold a group</source>
        <translation>một nhóm không được chứa nhóm khác</translation>
    </message>
    <message>
        <source>a bracket has no partner</source>
        <translation>có dấu ngoặc thiếu cặp</translation>
    </message>
    <message>
        <source>a quantifier has nothing to repeat</source>
        <translation>có lượng từ không có gì để lặp</translation>
    </message>
    <message>
        <source>a group may only be followed by ?, and then holds no quantifier</source>
        <translation>sau một nhóm chỉ được có ?, và khi đó nhóm không chứa lượng từ</translation>
    </message>
    <message>
        <source>only one quantifier may be without an upper end</source>
        <translation>chỉ một lượng từ được không có giới hạn trên</translation>
    </message>
    <message>
        <source>the expression has too many ways to match</source>
        <translation>biểu thức có quá nhiều cách khớp</translation>
    </message>
    <message>
        <source>a range must go up</source>
        <translation>một khoảng phải tăng dần</translation>
    </message>
    <message>
        <source>it must be yes or no</source>
        <translation>phải là có hoặc không</translation>
    </message>
    <message>
        <source>it is not one of the choices</source>
        <translation>không nằm trong các lựa chọn</translation>
    </message>
    <message>
        <source>it must be text, in quotes</source>
        <translation>phải là văn bản trong dấu ngoặc kép</translation>
    </message>
    <message>
        <source>it contains an invisible character</source>
        <translation>có chứa ký tự vô hình</translation>
    </message>
    <message>
        <source>it does not have the right form</source>
        <translation>không đúng dạng</translation>
    </message>
    <message>
        <source>the address does not begin as it must</source>
        <translation>địa chỉ không bắt đầu đúng cách</translation>
    </message>
    <message>
        <source>the address names no server, or no valid port</source>
        <translation>địa chỉ không nêu máy chủ hoặc cổng hợp lệ</translation>
    </message>
    <message>
        <source>the address must not contain a user name or password</source>
        <translation>địa chỉ không được chứa tên người dùng hoặc mật khẩu</translation>
    </message>
    <message>
        <source>the address must end before ? and #</source>
        <translation>địa chỉ phải kết thúc trước ? và #</translation>
    </message>
    <message>
        <source>a secret belongs in the keyring, not in the settings</source>
        <translation>bí mật phải ở trong kho khóa, không ở trong thiết lập</translation>
    </message>
    <message>
        <source>it is not a two-letter country code</source>
        <translation>không phải mã quốc gia hai chữ cái</translation>
    </message>
    <message>
        <source>this PBX records no calls</source>
        <translation>tổng đài này không ghi âm cuộc gọi</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>không có tệp này</translation>
    </message>
</context>
<context>
    <name>checks</name>
    <message>
        <source>The settings can be read.</source>
        <translation>Đọc được các thiết lập.</translation>
    </message>
    <message>
        <source>The settings cannot be read.</source>
        <translation>Không đọc được các thiết lập.</translation>
    </message>
    <message>
        <source>Set up your accounts again, or repair the renamed file.</source>
        <translation>Hãy thiết lập lại các tài khoản, hoặc sửa tệp đã được đổi tên.</translation>
    </message>
    <message>
        <source>The country for national numbers is set.</source>
        <translation>Quốc gia của các số trong nước đã được đặt.</translation>
    </message>
    <message>
        <source>The country for numbers without + is not set.</source>
        <translation>Quốc gia của các số không có + chưa được đặt.</translation>
    </message>
    <message>
        <source>Choose your country in Settings.</source>
        <translation>Hãy chọn quốc gia trong Thiết lập.</translation>
    </message>
    <message>
        <source>Traydial opens {scheme}: links.</source>
        <translation>Traydial mở các liên kết {scheme}:.</translation>
    </message>
    <message>
        <source>Another program opens {scheme}: links: {handler}.</source>
        <translation>Chương trình khác mở các liên kết {scheme}: ({handler}).</translation>
    </message>
    <message>
        <source>Choose Traydial in Settings under Calls, or run “traydial handler install”.</source>
        <translation>Chọn Traydial trong Thiết lập, mục Cuộc gọi, hoặc chạy “traydial handler install”.</translation>
    </message>
    <message>
        <source>No program opens {scheme}: links.</source>
        <translation>Không có chương trình nào mở các liên kết {scheme}:.</translation>
    </message>
    <message>
        <source>Programs cannot be registered for links here.</source>
        <translation>Ở đây không thể đăng ký chương trình cho liên kết.</translation>
    </message>
    <message>
        <source>Links are switched off: Traydial dials none that other programs open.</source>
        <translation>Liên kết đã tắt: Traydial không gọi liên kết nào do chương trình khác mở.</translation>
    </message>
    <message>
        <source>Switch them on in Settings under Calls, or run “traydial handler install”.</source>
        <translation>Bật lại trong Thiết lập, mục Cuộc gọi, hoặc chạy “traydial handler install”.</translation>
    </message>
    <message>
        <source>The keyring answers.</source>
        <translation>Kho khóa có trả lời.</translation>
    </message>
    <message>
        <source>The keyring cannot be used.</source>
        <translation>Không dùng được kho khóa.</translation>
    </message>
    <message>
        <source>Unlock the keyring of this desktop, then try again.</source>
        <translation>Hãy mở khóa kho khóa của màn hình nền này, rồi thử lại.</translation>
    </message>
    <message>
        <source>This desktop shows tray icons.</source>
        <translation>Màn hình nền này hiển thị biểu tượng khay.</translation>
    </message>
    <message>
        <source>This desktop has no place for tray icons.</source>
        <translation>Màn hình nền này không có chỗ cho biểu tượng khay.</translation>
    </message>
    <message>
        <source>Turn on its system tray; GNOME needs the extension AppIndicator for that.</source>
        <translation>Hãy bật khay hệ thống; GNOME cần tiện ích AppIndicator.</translation>
    </message>
    <message>
        <source>Traydial runs in the tray.</source>
        <translation>Traydial đang chạy trong khay.</translation>
    </message>
    <message>
        <source>Traydial does not run in the tray.</source>
        <translation>Traydial không chạy trong khay.</translation>
    </message>
    <message>
        <source>Start “traydial”; Settings can start it at login.</source>
        <translation>Chạy “traydial”; Thiết lập có thể cho nó khởi động khi đăng nhập.</translation>
    </message>
    <message>
        <source>The running tray does not answer.</source>
        <translation>Traydial đang chạy nhưng không trả lời.</translation>
    </message>
    <message>
        <source>Quit Traydial and start it again.</source>
        <translation>Hãy thoát Traydial và khởi động lại.</translation>
    </message>
    <message>
        <source>The hotkey {chord} works.</source>
        <translation>Phím tắt {chord} hoạt động.</translation>
    </message>
    <message>
        <source>This hotkey is turned off.</source>
        <translation>Phím tắt này đã tắt.</translation>
    </message>
    <message>
        <source>The hotkey {chord} does not work.</source>
        <translation>Phím tắt {chord} không hoạt động.</translation>
    </message>
    <message>
        <source>Choose another key in Settings.</source>
        <translation>Hãy chọn phím khác trong Thiết lập.</translation>
    </message>
    <message>
        <source>There is no account yet.</source>
        <translation>Chưa có tài khoản nào.</translation>
    </message>
    <message>
        <source>Add one in Settings, or with “traydial account add”.</source>
        <translation>Thêm trong Thiết lập, hoặc bằng “traydial account add”.</translation>
    </message>
    <message>
        <source>The account {account} can dial. {info}</source>
        <translation>Tài khoản {account} gọi được. {info}</translation>
    </message>
    <message>
        <source>The PBX of the account {account} answers; only a call can show whether it takes the account. {info}</source>
        <translation>Tổng đài của tài khoản {account} có trả lời; chỉ một cuộc gọi mới cho biết nó có nhận tài khoản không. {info}</translation>
    </message>
    <message>
        <source>The account {account} cannot dial.</source>
        <translation>Tài khoản {account} không gọi được.</translation>
    </message>
    <message>
        <source>Test the account in Settings.</source>
        <translation>Hãy kiểm tra tài khoản trong Thiết lập.</translation>
    </message>
    <message>
        <source>The account {account} sends its data unencrypted, and others can read it on the way.</source>
        <translation>Tài khoản {account} gửi dữ liệu không mã hóa, và người khác có thể đọc được trên đường truyền.</translation>
    </message>
    <message>
        <source>Use an address with https if the PBX has it.</source>
        <translation>Hãy dùng địa chỉ https nếu tổng đài hỗ trợ.</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>The default account is gone; {account} dials now.</source>
        <translation>Tài khoản mặc định không còn; giờ {account} sẽ gọi.</translation>
    </message>
    <message>
        <source>The default account is gone. Choose the next: traydial account default ID</source>
        <translation>Tài khoản mặc định không còn. Hãy chọn tài khoản khác: traydial account default ID</translation>
    </message>
    <message>
        <source>no program</source>
        <translation>không có chương trình nào</translation>
    </message>
    <message>
        <source>Links are not dialled.</source>
        <translation>Các liên kết không được gọi.</translation>
    </message>
    <message>
        <source>No calls yet.</source>
        <translation>Chưa có cuộc gọi nào.</translation>
    </message>
    <message>
        <source>{account} can dial.</source>
        <translation>{account} gọi được.</translation>
    </message>
    <message>
        <source>{account}: the PBX answers; whether it accepts a call shows only with the first one.</source>
        <translation>{account}: tổng đài có trả lời; nó có nhận cuộc gọi hay không chỉ biết ở cuộc gọi đầu tiên.</translation>
    </message>
    <message>
        <source>No account yet.</source>
        <translation>Chưa có tài khoản nào.</translation>
    </message>
    <message>
        <source>The tray is running.</source>
        <translation>Traydial đang chạy.</translation>
    </message>
    <message>
        <source>No tray is running.</source>
        <translation>Traydial không chạy.</translation>
    </message>
    <message>
        <source>Call {number}? [y/N]</source>
        <translation>Gọi {number}? [y/N]</translation>
    </message>
    <message>
        <source>{number} through {account}</source>
        <translation>{number} qua {account}</translation>
    </message>
    <message>
        <source>Type what the phones do: {words}</source>
        <translation>Gõ việc mà các điện thoại làm: {words}</translation>
    </message>
    <message>
        <source>Traydial is in your tray. To dial from another terminal:</source>
        <translation>Traydial đã ở trong khay. Để gọi từ một terminal khác:</translation>
    </message>
    <message>
        <source>An account for it:</source>
        <translation>Một tài khoản cho nó:</translation>
    </message>
</context>
<context>
    <name>config_store</name>
    <message>
        <source>it was written by a newer Traydial</source>
        <translation>nó do một bản Traydial mới hơn ghi</translation>
    </message>
    <message>
        <source>two accounts have the same id</source>
        <translation>hai tài khoản có cùng id</translation>
    </message>
</context>
<context>
    <name>controls</name>
    <message>
        <source>&amp;Record call</source>
        <translation>Ghi â&amp;m cuộc gọi</translation>
    </message>
    <message>
        <source>&amp;Record the next call</source>
        <translation>Ghi â&amp;m cuộc gọi kế tiếp</translation>
    </message>
    <message>
        <source>&amp;Hang up</source>
        <translation>Gác &amp;máy</translation>
    </message>
    <message>
        <source>Cance&amp;l the call</source>
        <translation>&amp;Hủy cuộc gọi</translation>
    </message>
    <message>
        <source>no call right now</source>
        <translation>hiện không có cuộc gọi</translation>
    </message>
    <message>
        <source>no account yet</source>
        <translation>chưa có tài khoản</translation>
    </message>
    <message>
        <source>not offered by {pbx}</source>
        <translation>{pbx} không hỗ trợ</translation>
    </message>
    <message>
        <source>{pbx} needs to know before the call</source>
        <translation>{pbx} cần biết trước cuộc gọi</translation>
    </message>
    <message>
        <source>the PBX records this call in any case</source>
        <translation>tổng đài vẫn luôn ghi âm cuộc gọi này</translation>
    </message>
</context>
<context>
    <name>countries</name>
    <message>
        <source>Ascension Island</source>
        <translation>Đảo Ascension</translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation>Andorra</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>Các Tiểu Vương quốc Ả Rập Thống nhất</translation>
    </message>
    <message>
        <source>Afghanistan</source>
        <translation>Afghanistan</translation>
    </message>
    <message>
        <source>Antigua &amp; Barbuda</source>
        <translation>Antigua và Barbuda</translation>
    </message>
    <message>
        <source>Anguilla</source>
        <translation>Anguilla</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>Albania</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>Armenia</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>Angola</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>Argentina</translation>
    </message>
    <message>
        <source>American Samoa</source>
        <translation>Samoa thuộc Mỹ</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Áo</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australia</translation>
    </message>
    <message>
        <source>Aruba</source>
        <translation>Aruba</translation>
    </message>
    <message>
        <source>Åland Islands</source>
        <translation>Quần đảo Åland</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>Azerbaijan</translation>
    </message>
    <message>
        <source>Bosnia &amp; Herzegovina</source>
        <translation>Bosnia và Herzegovina</translation>
    </message>
    <message>
        <source>Barbados</source>
        <translation>Barbados</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>Bangladesh</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Bỉ</translation>
    </message>
    <message>
        <source>Burkina Faso</source>
        <translation>Burkina Faso</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>Bulgaria</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>Bahrain</translation>
    </message>
    <message>
        <source>Burundi</source>
        <translation>Burundi</translation>
    </message>
    <message>
        <source>Benin</source>
        <translation>Benin</translation>
    </message>
    <message>
        <source>St. Barthélemy</source>
        <translation>St. Barthélemy</translation>
    </message>
    <message>
        <source>Bermuda</source>
        <translation>Bermuda</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>Brunei</translation>
    </message>
    <message>
        <source>Bolivia</source>
        <translation>Bolivia</translation>
    </message>
    <message>
        <source>Caribbean Netherlands</source>
        <translation>Ca-ri-bê Hà Lan</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brazil</translation>
    </message>
    <message>
        <source>Bahamas</source>
        <translation>Bahamas</translation>
    </message>
    <message>
        <source>Bhutan</source>
        <translation>Bhutan</translation>
    </message>
    <message>
        <source>Botswana</source>
        <translation>Botswana</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>Belarus</translation>
    </message>
    <message>
        <source>Belize</source>
        <translation>Belize</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Canada</translation>
    </message>
    <message>
        <source>Cocos (Keeling) Islands</source>
        <translation>Quần đảo Cocos (Keeling)</translation>
    </message>
    <message>
        <source>Congo - Kinshasa</source>
        <translation>Congo - Kinshasa</translation>
    </message>
    <message>
        <source>Central African Republic</source>
        <translation>Cộng hòa Trung Phi</translation>
    </message>
    <message>
        <source>Congo - Brazzaville</source>
        <translation>Congo - Brazzaville</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Thụy Sĩ</translation>
    </message>
    <message>
        <source>Côte d’Ivoire</source>
        <translation>Côte d’Ivoire</translation>
    </message>
    <message>
        <source>Cook Islands</source>
        <translation>Quần đảo Cook</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>Chile</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>Cameroon</translation>
    </message>
    <message>
        <source>China</source>
        <translation>Trung Quốc</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>Colombia</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>Costa Rica</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>Cuba</translation>
    </message>
    <message>
        <source>Cape Verde</source>
        <translation>Cape Verde</translation>
    </message>
    <message>
        <source>Curaçao</source>
        <translation>Curaçao</translation>
    </message>
    <message>
        <source>Christmas Island</source>
        <translation>Đảo Giáng Sinh</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>Síp</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Séc</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Đức</translation>
    </message>
    <message>
        <source>Djibouti</source>
        <translation>Djibouti</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Đan Mạch</translation>
    </message>
    <message>
        <source>Dominica</source>
        <translation>Dominica</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>Cộng hòa Dominica</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>Algeria</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>Ecuador</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Estonia</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>Ai Cập</translation>
    </message>
    <message>
        <source>Western Sahara</source>
        <translation>Tây Sahara</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>Eritrea</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Tây Ban Nha</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>Ethiopia</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Phần Lan</translation>
    </message>
    <message>
        <source>Fiji</source>
        <translation>Fiji</translation>
    </message>
    <message>
        <source>Falkland Islands</source>
        <translation>Quần đảo Falkland</translation>
    </message>
    <message>
        <source>Micronesia</source>
        <translation>Micronesia</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>Quần đảo Faroe</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Pháp</translation>
    </message>
    <message>
        <source>Gabon</source>
        <translation>Gabon</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Vương quốc Anh</translation>
    </message>
    <message>
        <source>Grenada</source>
        <translation>Grenada</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>Georgia</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>Guiana thuộc Pháp</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>Guernsey</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>Ghana</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>Gibraltar</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>Greenland</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>Gambia</translation>
    </message>
    <message>
        <source>Guinea</source>
        <translation>Guinea</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>Guadeloupe</translation>
    </message>
    <message>
        <source>Equatorial Guinea</source>
        <translation>Guinea Xích Đạo</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Hy Lạp</translation>
    </message>
    <message>
        <source>Guatemala</source>
        <translation>Guatemala</translation>
    </message>
    <message>
        <source>Guam</source>
        <translation>Guam</translation>
    </message>
    <message>
        <source>Guinea-Bissau</source>
        <translation>Guinea-Bissau</translation>
    </message>
    <message>
        <source>Guyana</source>
        <translation>Guyana</translation>
    </message>
    <message>
        <source>Hong Kong SAR China</source>
        <translation>Đặc khu Hành chính Hồng Kông, Trung Quốc</translation>
    </message>
    <message>
        <source>Honduras</source>
        <translation>Honduras</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>Croatia</translation>
    </message>
    <message>
        <source>Haiti</source>
        <translation>Haiti</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Hungary</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>Indonesia</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Ireland</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Israel</translation>
    </message>
    <message>
        <source>Isle of Man</source>
        <translation>Đảo Man</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Ấn Độ</translation>
    </message>
    <message>
        <source>British Indian Ocean Territory</source>
        <translation>Lãnh thổ Ấn Độ Dương thuộc Anh</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>Iraq</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>Iran</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>Iceland</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italy</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>Jersey</translation>
    </message>
    <message>
        <source>Jamaica</source>
        <translation>Jamaica</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>Jordan</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Nhật Bản</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>Kenya</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>Kyrgyzstan</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>Campuchia</translation>
    </message>
    <message>
        <source>Kiribati</source>
        <translation>Kiribati</translation>
    </message>
    <message>
        <source>Comoros</source>
        <translation>Comoros</translation>
    </message>
    <message>
        <source>St. Kitts &amp; Nevis</source>
        <translation>St. Kitts và Nevis</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>Triều Tiên</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Hàn Quốc</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>Kuwait</translation>
    </message>
    <message>
        <source>Cayman Islands</source>
        <translation>Quần đảo Cayman</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>Kazakhstan</translation>
    </message>
    <message>
        <source>Laos</source>
        <translation>Lào</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>Li-băng</translation>
    </message>
    <message>
        <source>St. Lucia</source>
        <translation>St. Lucia</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>Liechtenstein</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>Sri Lanka</translation>
    </message>
    <message>
        <source>Liberia</source>
        <translation>Liberia</translation>
    </message>
    <message>
        <source>Lesotho</source>
        <translation>Lesotho</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Litva</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Luxembourg</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Latvia</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>Libya</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>Ma-rốc</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>Monaco</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>Moldova</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>Montenegro</translation>
    </message>
    <message>
        <source>St. Martin</source>
        <translation>St. Martin</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>Madagascar</translation>
    </message>
    <message>
        <source>Marshall Islands</source>
        <translation>Quần đảo Marshall</translation>
    </message>
    <message>
        <source>North Macedonia</source>
        <translation>Bắc Macedonia</translation>
    </message>
    <message>
        <source>Mali</source>
        <translation>Mali</translation>
    </message>
    <message>
        <source>Myanmar (Burma)</source>
        <translation>Myanmar (Miến Điện)</translation>
    </message>
    <message>
        <source>Mongolia</source>
        <translation>Mông Cổ</translation>
    </message>
    <message>
        <source>Macao SAR China</source>
        <translation>Đặc khu Hành chính Macao, Trung Quốc</translation>
    </message>
    <message>
        <source>Northern Mariana Islands</source>
        <translation>Quần đảo Bắc Mariana</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>Martinique</translation>
    </message>
    <message>
        <source>Mauritania</source>
        <translation>Mauritania</translation>
    </message>
    <message>
        <source>Montserrat</source>
        <translation>Montserrat</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>Malta</translation>
    </message>
    <message>
        <source>Mauritius</source>
        <translation>Mauritius</translation>
    </message>
    <message>
        <source>Maldives</source>
        <translation>Maldives</translation>
    </message>
    <message>
        <source>Malawi</source>
        <translation>Malawi</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>Mexico</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malaysia</translation>
    </message>
    <message>
        <source>Mozambique</source>
        <translation>Mozambique</translation>
    </message>
    <message>
        <source>Namibia</source>
        <translation>Namibia</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>New Caledonia</translation>
    </message>
    <message>
        <source>Niger</source>
        <translation>Niger</translation>
    </message>
    <message>
        <source>Norfolk Island</source>
        <translation>Đảo Norfolk</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>Nigeria</translation>
    </message>
    <message>
        <source>Nicaragua</source>
        <translation>Nicaragua</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Hà Lan</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Na Uy</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>Nepal</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>Nauru</translation>
    </message>
    <message>
        <source>Niue</source>
        <translation>Niue</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>New Zealand</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>Oman</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>Panama</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>Peru</translation>
    </message>
    <message>
        <source>French Polynesia</source>
        <translation>Polynesia thuộc Pháp</translation>
    </message>
    <message>
        <source>Papua New Guinea</source>
        <translation>Papua New Guinea</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>Philippines</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>Pakistan</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Ba Lan</translation>
    </message>
    <message>
        <source>St. Pierre &amp; Miquelon</source>
        <translation>Saint Pierre và Miquelon</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>Puerto Rico</translation>
    </message>
    <message>
        <source>Palestinian Territories</source>
        <translation>Lãnh thổ Palestine</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Bồ Đào Nha</translation>
    </message>
    <message>
        <source>Palau</source>
        <translation>Palau</translation>
    </message>
    <message>
        <source>Paraguay</source>
        <translation>Paraguay</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>Qatar</translation>
    </message>
    <message>
        <source>Réunion</source>
        <translation>Réunion</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Romania</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>Serbia</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>Nga</translation>
    </message>
    <message>
        <source>Rwanda</source>
        <translation>Rwanda</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>Ả Rập Xê-út</translation>
    </message>
    <message>
        <source>Solomon Islands</source>
        <translation>Quần đảo Solomon</translation>
    </message>
    <message>
        <source>Seychelles</source>
        <translation>Seychelles</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>Sudan</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Thụy Điển</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapore</translation>
    </message>
    <message>
        <source>St. Helena</source>
        <translation>St. Helena</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>Slovenia</translation>
    </message>
    <message>
        <source>Svalbard &amp; Jan Mayen</source>
        <translation>Svalbard và Jan Mayen</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Slovakia</translation>
    </message>
    <message>
        <source>Sierra Leone</source>
        <translation>Sierra Leone</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>San Marino</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>Senegal</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>Somalia</translation>
    </message>
    <message>
        <source>Suriname</source>
        <translation>Suriname</translation>
    </message>
    <message>
        <source>South Sudan</source>
        <translation>Nam Sudan</translation>
    </message>
    <message>
        <source>São Tomé &amp; Príncipe</source>
        <translation>São Tomé và Príncipe</translation>
    </message>
    <message>
        <source>El Salvador</source>
        <translation>El Salvador</translation>
    </message>
    <message>
        <source>Sint Maarten</source>
        <translation>Sint Maarten</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>Syria</translation>
    </message>
    <message>
        <source>Eswatini</source>
        <translation>Eswatini</translation>
    </message>
    <message>
        <source>Tristan da Cunha</source>
        <translation>Tristan da Cunha</translation>
    </message>
    <message>
        <source>Turks &amp; Caicos Islands</source>
        <translation>Quần đảo Turks và Caicos</translation>
    </message>
    <message>
        <source>Chad</source>
        <translation>Chad</translation>
    </message>
    <message>
        <source>Togo</source>
        <translation>Togo</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Thái Lan</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>Tajikistan</translation>
    </message>
    <message>
        <source>Tokelau</source>
        <translation>Tokelau</translation>
    </message>
    <message>
        <source>Timor-Leste</source>
        <translation>Timor-Leste</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>Turkmenistan</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>Tunisia</translation>
    </message>
    <message>
        <source>Tonga</source>
        <translation>Tonga</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>Thổ Nhĩ Kỳ</translation>
    </message>
    <message>
        <source>Trinidad &amp; Tobago</source>
        <translation>Trinidad và Tobago</translation>
    </message>
    <message>
        <source>Tuvalu</source>
        <translation>Tuvalu</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>Đài Loan</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>Tanzania</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>Ukraina</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>Uganda</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Hoa Kỳ</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>Uruguay</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>Uzbekistan</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>Thành Vatican</translation>
    </message>
    <message>
        <source>St. Vincent &amp; Grenadines</source>
        <translation>St. Vincent và Grenadines</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>Venezuela</translation>
    </message>
    <message>
        <source>British Virgin Islands</source>
        <translation>Quần đảo Virgin thuộc Anh</translation>
    </message>
    <message>
        <source>U.S. Virgin Islands</source>
        <translation>Quần đảo Virgin thuộc Hoa Kỳ</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>Việt Nam</translation>
    </message>
    <message>
        <source>Vanuatu</source>
        <translation>Vanuatu</translation>
    </message>
    <message>
        <source>Wallis &amp; Futuna</source>
        <translation>Wallis và Futuna</translation>
    </message>
    <message>
        <source>Samoa</source>
        <translation>Samoa</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>Kosovo</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>Yemen</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>Mayotte</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Nam Phi</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>Zambia</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>Zimbabwe</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Asking the PBX…</source>
        <translation>Đang yêu cầu tổng đài…</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Đã gửi</translation>
    </message>
    <message>
        <source>Your phone rings</source>
        <translation>Điện thoại đổ chuông</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Đổ chuông</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>Đang gọi</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Đã kết thúc</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Không kết nối được</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Không rõ kết quả</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã trả lời</translation>
    </message>
    <message>
        <source>Answered, end unknown</source>
        <translation>Đã trả lời, không rõ lúc kết thúc</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>đã ghi âm</translation>
    </message>
    <message>
        <source>Recording agreed to: {when}</source>
        <translation>Đồng ý ghi âm: {when}</translation>
    </message>
    <message>
        <source>Recording declined: {when}</source>
        <translation>Từ chối ghi âm: {when}</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Sign-in refused</source>
        <translation>Đăng nhập bị từ chối</translation>
    </message>
    <message>
        <source>The PBX does not accept this user name and password or key.</source>
        <translation>Tổng đài không nhận tên người dùng và mật khẩu hoặc khóa này.</translation>
    </message>
    <message>
        <source>Correct them in Settings under Accounts, then test the connection.</source>
        <translation>Hãy sửa trong Thiết lập, mục Tài khoản, rồi kiểm tra kết nối.</translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation>Token bị từ chối</translation>
    </message>
    <message>
        <source>The PBX does not accept the token, or it has expired.</source>
        <translation>Tổng đài không nhận token, hoặc token đã hết hạn.</translation>
    </message>
    <message>
        <source>Get a new one from the PBX and enter it in Settings under Accounts.</source>
        <translation>Hãy xin token mới từ tổng đài và nhập vào Thiết lập, mục Tài khoản.</translation>
    </message>
    <message>
        <source>Server not trusted</source>
        <translation>Máy chủ không đáng tin</translation>
    </message>
    <message>
        <source>The certificate of the server cannot be verified, so nothing was sent to it.</source>
        <translation>Không xác minh được chứng chỉ của máy chủ, nên không có gì được gửi đi.</translation>
    </message>
    <message>
        <source>Check the server name. If the PBX has a certificate of its own, enter its file in the account.</source>
        <translation>Hãy kiểm tra tên máy chủ. Nếu tổng đài có chứng chỉ riêng, hãy nhập tệp đó vào tài khoản.</translation>
    </message>
    <message>
        <source>The certificate of the server cannot be verified ({reason}). Nothing was sent.</source>
        <translation>Không xác minh được chứng chỉ của máy chủ ({reason}). Không có gì được gửi.</translation>
    </message>
    <message>
        <source>PBX not reachable</source>
        <translation>Không tới được tổng đài</translation>
    </message>
    <message>
        <source>There is no connection to the PBX.</source>
        <translation>Không có kết nối tới tổng đài.</translation>
    </message>
    <message>
        <source>Check the network or VPN and the server address, then try again.</source>
        <translation>Hãy kiểm tra mạng hoặc VPN và địa chỉ máy chủ, rồi thử lại.</translation>
    </message>
    <message>
        <source>Server name not found</source>
        <translation>Không tìm thấy tên máy chủ</translation>
    </message>
    <message>
        <source>No server of this name was found.</source>
        <translation>Không tìm thấy máy chủ có tên này.</translation>
    </message>
    <message>
        <source>Check the spelling of the server address, and the network or VPN.</source>
        <translation>Hãy kiểm tra cách viết địa chỉ máy chủ, và mạng hoặc VPN.</translation>
    </message>
    <message>
        <source>No server called {host} was found.</source>
        <translation>Không tìm thấy máy chủ {host}.</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Kết nối bị từ chối</translation>
    </message>
    <message>
        <source>The server is there, but nothing answers at this port.</source>
        <translation>Có máy chủ, nhưng không có gì trả lời ở cổng này.</translation>
    </message>
    <message>
        <source>Check the port in the server address, or ask whether the PBX is running.</source>
        <translation>Hãy kiểm tra cổng trong địa chỉ máy chủ, hoặc hỏi xem tổng đài có đang chạy không.</translation>
    </message>
    <message>
        <source>PBX does not answer</source>
        <translation>Tổng đài không trả lời</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Máy chủ không trả lời kịp.</translation>
    </message>
    <message>
        <source>Check the network or VPN, then try again.</source>
        <translation>Hãy kiểm tra mạng hoặc VPN, rồi thử lại.</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Mất kết nối</translation>
    </message>
    <message>
        <source>The connection to the PBX broke off before the request was complete.</source>
        <translation>Kết nối tới tổng đài bị ngắt trước khi yêu cầu hoàn tất.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Hãy thử lại.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Không có trả lời kịp thời</translation>
    </message>
    <message>
        <source>The PBX took too long to answer.</source>
        <translation>Tổng đài trả lời quá lâu.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, ask whether the PBX is overloaded.</source>
        <translation>Hãy thử lại; nếu vẫn vậy, hãy hỏi xem tổng đài có quá tải không.</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>Không được phép</translation>
    </message>
    <message>
        <source>The PBX knows this account but does not let it do this.</source>
        <translation>Tổng đài biết tài khoản này nhưng không cho làm việc này.</translation>
    </message>
    <message>
        <source>Ask the administrator of the PBX for this permission.</source>
        <translation>Hãy xin quản trị viên tổng đài quyền này.</translation>
    </message>
    <message>
        <source>The PBX does not let this account do this: {reason}</source>
        <translation>Tổng đài không cho tài khoản này làm việc này: {reason}</translation>
    </message>
    <message>
        <source>This computer is not on the list</source>
        <translation>Máy tính này không có trong danh sách</translation>
    </message>
    <message>
        <source>The PBX accepts requests only from the network addresses it has on its list.</source>
        <translation>Tổng đài chỉ nhận yêu cầu từ các địa chỉ mạng trong danh sách của nó.</translation>
    </message>
    <message>
        <source>Ask the administrator of the PBX to add the address of this computer.</source>
        <translation>Hãy nhờ quản trị viên tổng đài thêm địa chỉ của máy tính này.</translation>
    </message>
    <message>
        <source>Number not accepted</source>
        <translation>Số không được nhận</translation>
    </message>
    <message>
        <source>The PBX does not take this number. Nothing was dialled.</source>
        <translation>Tổng đài không nhận số này. Chưa gọi số nào.</translation>
    </message>
    <message>
        <source>Check the number, and the country and rules of the account.</source>
        <translation>Hãy kiểm tra số, và quốc gia cùng các quy tắc của tài khoản.</translation>
    </message>
    <message>
        <source>The PBX does not take {number}. It takes numbers such as {accepted}.</source>
        <translation>Tổng đài không nhận {number}. Nó nhận các số như {accepted}.</translation>
    </message>
    <message>
        <source>No number found</source>
        <translation>Không tìm thấy số</translation>
    </message>
    <message>
        <source>There is no telephone number in this text.</source>
        <translation>Văn bản này không có số điện thoại.</translation>
    </message>
    <message>
        <source>Select or copy the number itself, then try again.</source>
        <translation>Hãy chọn hoặc sao chép chính số đó, rồi thử lại.</translation>
    </message>
    <message>
        <source>Not a number in this country</source>
        <translation>Không phải số của quốc gia này</translation>
    </message>
    <message>
        <source>It is not known which country this number belongs to. Nothing was dialled.</source>
        <translation>Không rõ số này thuộc quốc gia nào. Chưa gọi số nào.</translation>
    </message>
    <message>
        <source>There is no such number in this country: {country}. Nothing was dialled.</source>
        <translation>Không có số như vậy ở quốc gia này: {country}. Chưa gọi số nào.</translation>
    </message>
    <message>
        <source>Several numbers found</source>
        <translation>Tìm thấy nhiều số</translation>
    </message>
    <message>
        <source>The text holds more than one telephone number.</source>
        <translation>Văn bản có nhiều hơn một số điện thoại.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Hãy chọn một số.</translation>
    </message>
    <message>
        <source>The text holds more than one telephone number: {numbers}.</source>
        <translation>Văn bản có nhiều hơn một số điện thoại: {numbers}.</translation>
    </message>
    <message>
        <source>Not a telephone number</source>
        <translation>Không phải số điện thoại</translation>
    </message>
    <message>
        <source>The link does not hold a proper telephone number. Nothing was dialled.</source>
        <translation>Liên kết không chứa số điện thoại hợp lệ. Chưa gọi số nào.</translation>
    </message>
    <message>
        <source>Enter the number by hand under Dial…</source>
        <translation>Hãy nhập số bằng tay ở mục Gọi…</translation>
    </message>
    <message>
        <source>Too long for a number</source>
        <translation>Quá dài để là số điện thoại</translation>
    </message>
    <message>
        <source>This is longer than any telephone number. Nothing was dialled.</source>
        <translation>Dài hơn mọi số điện thoại. Chưa gọi số nào.</translation>
    </message>
    <message>
        <source>Select or copy the number alone, then try again.</source>
        <translation>Hãy chỉ chọn hoặc sao chép số, rồi thử lại.</translation>
    </message>
    <message>
        <source>Hidden characters</source>
        <translation>Ký tự ẩn</translation>
    </message>
    <message>
        <source>The link holds hidden control characters, so it was not dialled.</source>
        <translation>Liên kết có ký tự điều khiển ẩn, nên không được gọi.</translation>
    </message>
    <message>
        <source>If the number is right, enter it by hand under Dial…</source>
        <translation>Nếu số đúng, hãy nhập bằng tay ở mục Gọi…</translation>
    </message>
    <message>
        <source>Phone not available</source>
        <translation>Điện thoại không sẵn sàng</translation>
    </message>
    <message>
        <source>The PBX cannot reach the phone of this account.</source>
        <translation>Tổng đài không liên lạc được với điện thoại của tài khoản này.</translation>
    </message>
    <message>
        <source>Check that the phone is switched on and signed in, then try again.</source>
        <translation>Hãy kiểm tra điện thoại đã bật và đã đăng nhập, rồi thử lại.</translation>
    </message>
    <message>
        <source>Phone is busy</source>
        <translation>Điện thoại bận</translation>
    </message>
    <message>
        <source>The phone of this account is in another call.</source>
        <translation>Điện thoại của tài khoản này đang có cuộc gọi khác.</translation>
    </message>
    <message>
        <source>End that call, then try again.</source>
        <translation>Hãy kết thúc cuộc gọi đó, rồi thử lại.</translation>
    </message>
    <message>
        <source>Phone not signed in</source>
        <translation>Điện thoại chưa đăng nhập</translation>
    </message>
    <message>
        <source>The phone of this account is not registered with the PBX.</source>
        <translation>Điện thoại của tài khoản này chưa đăng ký với tổng đài.</translation>
    </message>
    <message>
        <source>Switch it on or sign in to the softphone, then try again.</source>
        <translation>Hãy bật điện thoại hoặc đăng nhập softphone, rồi thử lại.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Quá nhiều yêu cầu</translation>
    </message>
    <message>
        <source>The PBX asks for fewer requests.</source>
        <translation>Tổng đài muốn ít yêu cầu hơn.</translation>
    </message>
    <message>
        <source>Wait a little, then try again.</source>
        <translation>Hãy chờ một chút, rồi thử lại.</translation>
    </message>
    <message>
        <source>The PBX asks to wait {after_s} seconds.</source>
        <translation>Tổng đài yêu cầu chờ {after_s} giây.</translation>
    </message>
    <message>
        <source>Unexpected answer</source>
        <translation>Trả lời bất ngờ</translation>
    </message>
    <message>
        <source>The PBX gave an answer that its documentation does not describe.</source>
        <translation>Tổng đài đưa ra câu trả lời mà tài liệu của nó không mô tả.</translation>
    </message>
    <message>
        <source>Check the server address and the kind of PBX. The log has an outline of the answer.</source>
        <translation>Hãy kiểm tra địa chỉ máy chủ và loại tổng đài; nhật ký có dạng của câu trả lời.</translation>
    </message>
    <message>
        <source>This is not the PBX&apos;s answer</source>
        <translation>Đây không phải trả lời của tổng đài</translation>
    </message>
    <message>
        <source>A web page came back where the PBX should have answered.</source>
        <translation>Nhận được một trang web thay vì trả lời của tổng đài.</translation>
    </message>
    <message>
        <source>Check the server address and port; a proxy or login page may be in between.</source>
        <translation>Hãy kiểm tra địa chỉ và cổng máy chủ; có thể có proxy hoặc trang đăng nhập ở giữa.</translation>
    </message>
    <message>
        <source>Empty answer</source>
        <translation>Trả lời rỗng</translation>
    </message>
    <message>
        <source>The PBX sent an empty answer.</source>
        <translation>Tổng đài gửi câu trả lời trống.</translation>
    </message>
    <message>
        <source>Look at the phone; if nothing rings, check the server address.</source>
        <translation>Hãy nhìn điện thoại; nếu không đổ chuông, hãy kiểm tra địa chỉ máy chủ.</translation>
    </message>
    <message>
        <source>Answer too large</source>
        <translation>Trả lời quá lớn</translation>
    </message>
    <message>
        <source>The answer is far larger than any PBX sends, so it was not read.</source>
        <translation>Câu trả lời lớn hơn nhiều so với của mọi tổng đài, nên không được đọc.</translation>
    </message>
    <message>
        <source>Check the server address and port.</source>
        <translation>Hãy kiểm tra địa chỉ và cổng máy chủ.</translation>
    </message>
    <message>
        <source>The PBX has a problem</source>
        <translation>Tổng đài gặp sự cố</translation>
    </message>
    <message>
        <source>The PBX reports a fault of its own.</source>
        <translation>Tổng đài báo lỗi của chính nó.</translation>
    </message>
    <message>
        <source>Try again later, or tell the administrator of the PBX.</source>
        <translation>Hãy thử lại sau, hoặc báo cho quản trị viên tổng đài.</translation>
    </message>
    <message>
        <source>The PBX reports a fault of its own (HTTP {status}).</source>
        <translation>Tổng đài báo lỗi của chính nó (HTTP {status}).</translation>
    </message>
    <message>
        <source>Service not found</source>
        <translation>Không tìm thấy dịch vụ</translation>
    </message>
    <message>
        <source>The server answers, but it does not offer this service at this address.</source>
        <translation>Máy chủ có trả lời, nhưng không có dịch vụ này ở địa chỉ này.</translation>
    </message>
    <message>
        <source>Check the server address and port, and the kind of PBX.</source>
        <translation>Hãy kiểm tra địa chỉ và cổng máy chủ, và loại tổng đài.</translation>
    </message>
    <message>
        <source>The PBX said no</source>
        <translation>Tổng đài từ chối</translation>
    </message>
    <message>
        <source>The PBX refused the request without giving a reason.</source>
        <translation>Tổng đài từ chối yêu cầu mà không nêu lý do.</translation>
    </message>
    <message>
        <source>Check the number and the account, or ask the administrator of the PBX.</source>
        <translation>Hãy kiểm tra số và tài khoản, hoặc hỏi quản trị viên tổng đài.</translation>
    </message>
    <message>
        <source>The PBX refused the request: {reason}</source>
        <translation>Tổng đài từ chối yêu cầu: {reason}</translation>
    </message>
    <message>
        <source>The call is over</source>
        <translation>Cuộc gọi đã kết thúc</translation>
    </message>
    <message>
        <source>The PBX says that this call has already ended.</source>
        <translation>Tổng đài cho biết cuộc gọi này đã kết thúc.</translation>
    </message>
    <message>
        <source>Not offered by this PBX</source>
        <translation>Tổng đài này không hỗ trợ</translation>
    </message>
    <message>
        <source>This PBX has no way to do that.</source>
        <translation>Tổng đài này không có cách làm việc đó.</translation>
    </message>
    <message>
        <source>Use the phone instead.</source>
        <translation>Hãy làm việc đó trên điện thoại.</translation>
    </message>
    <message>
        <source>{pbx} has no way to do that.</source>
        <translation>{pbx} không có cách làm việc đó.</translation>
    </message>
    <message>
        <source>No call</source>
        <translation>Không có cuộc gọi</translation>
    </message>
    <message>
        <source>There is no call right now.</source>
        <translation>Hiện không có cuộc gọi nào.</translation>
    </message>
    <message>
        <source>Recorded in any case</source>
        <translation>Luôn được ghi âm</translation>
    </message>
    <message>
        <source>{pbx} records this call by itself, and it cannot be stopped from here.</source>
        <translation>{pbx} tự ghi âm cuộc gọi này, và không thể dừng từ đây.</translation>
    </message>
    <message>
        <source>Tell the other party, or hang up.</source>
        <translation>Hãy báo cho bên kia, hoặc gác máy.</translation>
    </message>
    <message>
        <source>Choose Traydial for links</source>
        <translation>Chọn Traydial cho liên kết</translation>
    </message>
    <message>
        <source>Traydial is registered, but Windows has not been told to use it for links.</source>
        <translation>Traydial đã được đăng ký, nhưng Windows chưa được chọn dùng nó cho liên kết.</translation>
    </message>
    <message>
        <source>Choose Traydial in Settings &gt; Default apps.</source>
        <translation>Chọn Traydial trong Cài đặt &gt; Ứng dụng mặc định.</translation>
    </message>
    <message>
        <source>A hotkey does not work</source>
        <translation>Một phím tắt không hoạt động</translation>
    </message>
    <message>
        <source>One of the hotkeys does nothing when it is pressed.</source>
        <translation>Một trong các phím tắt không có tác dụng khi nhấn.</translation>
    </message>
    <message>
        <source>Hotkeys are set in Settings under Hotkeys.</source>
        <translation>Phím tắt được đặt trong Thiết lập, mục Phím tắt.</translation>
    </message>
    <message>
        <source>No screen</source>
        <translation>Không có màn hình</translation>
    </message>
    <message>
        <source>There is no screen to show the tray on. Nothing was dialled.</source>
        <translation>Ở đây không có màn hình để hiển thị biểu tượng khay. Chưa gọi số nào.</translation>
    </message>
    <message>
        <source>Use “traydial dial”, or start Traydial on a desktop.</source>
        <translation>Dùng “traydial dial”, hoặc khởi động Traydial trên màn hình nền.</translation>
    </message>
    <message>
        <source>Not possible on this desktop</source>
        <translation>Không thể trên màn hình nền này</translation>
    </message>
    <message>
        <source>This desktop offers no way to do that.</source>
        <translation>Màn hình nền này không có cách làm việc đó.</translation>
    </message>
    <message>
        <source>Open Diagnostics for what is possible here.</source>
        <translation>Hãy mở Chẩn đoán để xem có thể làm gì ở đây.</translation>
    </message>
    <message>
        <source>This desktop offers no way to do that: {reason}</source>
        <translation>Màn hình nền này không có cách làm việc đó: {reason}</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Không rõ kết quả</translation>
    </message>
    <message>
        <source>The request left, but the PBX gave no clear answer. It was not repeated.</source>
        <translation>Yêu cầu đã gửi đi, nhưng tổng đài không trả lời rõ ràng. Yêu cầu không được lặp lại.</translation>
    </message>
    <message>
        <source>Look at the phone: it may be ringing.</source>
        <translation>Hãy nhìn điện thoại: có thể nó đang đổ chuông.</translation>
    </message>
    <message>
        <source>Not allowed here</source>
        <translation>Không được phép ở đây</translation>
    </message>
    <message>
        <source>The rules of this computer do not allow this number. Nothing was dialled.</source>
        <translation>Quy tắc của máy tính này không cho phép số này. Chưa gọi số nào.</translation>
    </message>
    <message>
        <source>If it should be allowed, change “Never call” in Settings under Calls.</source>
        <translation>Nếu cần cho phép, hãy đổi “Không bao giờ gọi” trong phần Cuộc gọi của Cài đặt.</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Không có trả lời</translation>
    </message>
    <message>
        <source>Nobody answered the question in time, so nothing was dialled.</source>
        <translation>Không ai trả lời câu hỏi kịp lúc, nên không gọi số nào.</translation>
    </message>
    <message>
        <source>Links are switched off</source>
        <translation>Đã tắt việc gọi từ liên kết</translation>
    </message>
    <message>
        <source>Traydial does not dial links that other programs open. Nothing was dialled.</source>
        <translation>Traydial không gọi các liên kết do chương trình khác mở. Chưa gọi số nào.</translation>
    </message>
    <message>
        <source>Not dialled</source>
        <translation>Chưa gọi</translation>
    </message>
    <message>
        <source>The call was declined. Nothing was dialled.</source>
        <translation>Cuộc gọi bị từ chối. Chưa gọi số nào.</translation>
    </message>
    <message>
        <source>A person must say yes</source>
        <translation>Cần có người đồng ý</translation>
    </message>
    <message>
        <source>This number is dialled only after a person has agreed. Nothing was dialled.</source>
        <translation>Số này chỉ được gọi sau khi có người đồng ý. Chưa gọi số nào.</translation>
    </message>
    <message>
        <source>If it should be called, repeat the command with --yes.</source>
        <translation>Nếu muốn gọi số này, hãy lặp lại lệnh với --yes.</translation>
    </message>
    <message>
        <source>Questions are waiting</source>
        <translation>Có câu hỏi đang chờ</translation>
    </message>
    <message>
        <source>Too many calls wait for your answer already. Nothing was dialled.</source>
        <translation>Đã có quá nhiều cuộc gọi chờ trả lời. Chưa gọi số nào.</translation>
    </message>
    <message>
        <source>Answer the questions on the screen first.</source>
        <translation>Hãy trả lời các câu hỏi trên màn hình trước.</translation>
    </message>
    <message>
        <source>The other party must agree</source>
        <translation>Bên kia phải đồng ý</translation>
    </message>
    <message>
        <source>This call is recorded only after the other party was told and has agreed.</source>
        <translation>Cuộc gọi này chỉ được ghi âm sau khi bên kia đã được báo và đồng ý.</translation>
    </message>
    <message>
        <source>Once they have, repeat the command with --yes.</source>
        <translation>Khi họ đã đồng ý, hãy lặp lại lệnh với --yes.</translation>
    </message>
    <message>
        <source>Already calling</source>
        <translation>Đang gọi rồi</translation>
    </message>
    <message>
        <source>This number is being called already; the second request was dropped.</source>
        <translation>Số này đang được gọi rồi; yêu cầu thứ hai đã bị bỏ.</translation>
    </message>
    <message>
        <source>No keyring</source>
        <translation>Không có kho khóa</translation>
    </message>
    <message>
        <source>This desktop&apos;s keyring cannot be used, and passwords are kept nowhere else.</source>
        <translation>Không dùng được kho khóa của màn hình nền này, và mật khẩu không được lưu ở nơi khác.</translation>
    </message>
    <message>
        <source>Start the keyring of this computer, then try again.</source>
        <translation>Hãy khởi động kho mật khẩu của máy này rồi thử lại.</translation>
    </message>
    <message>
        <source>Start the keyring of this computer, or install one, then try again.</source>
        <translation>Hãy khởi động kho mật khẩu của máy này, hoặc cài đặt một kho, rồi thử lại.</translation>
    </message>
    <message>
        <source>Keyring locked</source>
        <translation>Kho khóa bị khóa</translation>
    </message>
    <message>
        <source>Change the country in Settings, or write the number with + and country code.</source>
        <translation>Hãy đổi quốc gia trong Cài đặt, hoặc viết số với dấu + và mã quốc gia.</translation>
    </message>
    <message>
        <source>Switch them on in Settings under Calls, or run “traydial handler install”.</source>
        <translation>Bật lại trong Thiết lập, mục Cuộc gọi, hoặc chạy “traydial handler install”.</translation>
    </message>
    <message>
        <source>Called a moment ago</source>
        <translation>Vừa mới gọi</translation>
    </message>
    <message>
        <source>This number was called within the last three seconds, and the call has ended. Nothing was dialled.</source>
        <translation>Số này vừa được gọi chưa đầy ba giây trước, và cuộc gọi đã kết thúc. Không có cuộc gọi nào được thực hiện.</translation>
    </message>
    <message>
        <source>To call again, do the same once more.</source>
        <translation>Để gọi lại, hãy làm lại thao tác đó.</translation>
    </message>
    <message>
        <source>The password is in the keyring, and the keyring is locked.</source>
        <translation>Mật khẩu nằm trong kho khóa, và kho khóa đang bị khóa.</translation>
    </message>
    <message>
        <source>Unlock the keyring, then try again.</source>
        <translation>Hãy mở khóa kho khóa, rồi thử lại.</translation>
    </message>
    <message>
        <source>No keyring service</source>
        <translation>Không có dịch vụ kho khóa</translation>
    </message>
    <message>
        <source>No keyring service runs on this desktop, and passwords are kept nowhere else.</source>
        <translation>Màn hình nền này không chạy dịch vụ kho khóa, và mật khẩu không được lưu ở nơi khác.</translation>
    </message>
    <message>
        <source>Keyring does not answer</source>
        <translation>Kho khóa không trả lời</translation>
    </message>
    <message>
        <source>The keyring did not answer in time. It may be waiting to be unlocked.</source>
        <translation>Kho khóa không trả lời kịp. Có thể nó đang chờ được mở khóa.</translation>
    </message>
    <message>
        <source>Unlock it if it asks, then try again.</source>
        <translation>Hãy mở khóa nếu được hỏi, rồi thử lại.</translation>
    </message>
    <message>
        <source>Password missing</source>
        <translation>Thiếu mật khẩu</translation>
    </message>
    <message>
        <source>The keyring holds no password or key for this account.</source>
        <translation>Kho khóa không có mật khẩu hoặc khóa cho tài khoản này.</translation>
    </message>
    <message>
        <source>Enter it in Settings under Accounts.</source>
        <translation>Hãy nhập trong Thiết lập, mục Tài khoản.</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Chưa chọn gì</translation>
    </message>
    <message>
        <source>No text is selected, and the clipboard is empty.</source>
        <translation>Không có văn bản nào được chọn, và bảng tạm trống.</translation>
    </message>
    <message>
        <source>Select a number, then press the hotkey again.</source>
        <translation>Hãy chọn một số, rồi nhấn lại phím tắt.</translation>
    </message>
    <message>
        <source>Clipboard empty</source>
        <translation>Bảng tạm trống</translation>
    </message>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>Bảng tạm không có văn bản.</translation>
    </message>
    <message>
        <source>Copy a number, then try again.</source>
        <translation>Hãy sao chép một số, rồi thử lại.</translation>
    </message>
    <message>
        <source>Selection not available</source>
        <translation>Không đọc được phần chọn</translation>
    </message>
    <message>
        <source>The program that holds the selected text does not answer.</source>
        <translation>Chương trình giữ văn bản được chọn không trả lời.</translation>
    </message>
    <message>
        <source>Copy the number in another program, or enter it under Dial…</source>
        <translation>Hãy sao chép số trong chương trình khác, hoặc nhập ở mục Gọi…</translation>
    </message>
    <message>
        <source>This desktop does not let programs read the selected text.</source>
        <translation>Màn hình nền này không cho chương trình đọc văn bản được chọn.</translation>
    </message>
    <message>
        <source>Copy the number and choose Dial clipboard.</source>
        <translation>Hãy sao chép số và chọn Gọi số trong bảng tạm.</translation>
    </message>
    <message>
        <source>Settings could not be read</source>
        <translation>Không đọc được thiết lập</translation>
    </message>
    <message>
        <source>The configuration file has an error. It was set aside, not overwritten.</source>
        <translation>Tệp cấu hình có lỗi. Nó được để riêng, không bị ghi đè.</translation>
    </message>
    <message>
        <source>Correct the file and put it back, or set Traydial up anew.</source>
        <translation>Hãy sửa tệp và đặt lại chỗ cũ, hoặc thiết lập Traydial từ đầu.</translation>
    </message>
    <message>
        <source>The configuration file has an error: {reason}. It was kept as {path}.</source>
        <translation>Tệp cấu hình có lỗi: {reason}. Nó được giữ lại ở {path}.</translation>
    </message>
    <message>
        <source>Setting missing</source>
        <translation>Thiếu thiết lập</translation>
    </message>
    <message>
        <source>This field must be filled in.</source>
        <translation>Phải điền ô này.</translation>
    </message>
    <message>
        <source>Setting not valid</source>
        <translation>Thiết lập không hợp lệ</translation>
    </message>
    <message>
        <source>This value is not valid.</source>
        <translation>Giá trị này không hợp lệ.</translation>
    </message>
    <message>
        <source>Correct it, then try again.</source>
        <translation>Hãy sửa, rồi thử lại.</translation>
    </message>
    <message>
        <source>This cannot be used: {reason} (for example {example}).</source>
        <translation>Không dùng được: {reason} (ví dụ {example}).</translation>
    </message>
    <message>
        <source>This cannot be used: {reason}.</source>
        <translation>Không dùng được: {reason}.</translation>
    </message>
    <message>
        <source>Unknown setting</source>
        <translation>Thiết lập không rõ</translation>
    </message>
    <message>
        <source>There is no setting of this name.</source>
        <translation>Không có thiết lập nào tên này.</translation>
    </message>
    <message>
        <source>There is no setting of this name. There are: {known}.</source>
        <translation>Không có thiết lập nào tên này. Có: {known}.</translation>
    </message>
    <message>
        <source>Unknown account</source>
        <translation>Tài khoản không rõ</translation>
    </message>
    <message>
        <source>There is no account of this name.</source>
        <translation>Không có tài khoản nào tên này.</translation>
    </message>
    <message>
        <source>Choose one of the accounts in Settings.</source>
        <translation>Hãy chọn một tài khoản trong Thiết lập.</translation>
    </message>
    <message>
        <source>There is no account called {account}. There are: {known}.</source>
        <translation>Không có tài khoản tên {account}. Có: {known}.</translation>
    </message>
    <message>
        <source>Name taken</source>
        <translation>Tên đã dùng</translation>
    </message>
    <message>
        <source>There is an account of this name already.</source>
        <translation>Đã có tài khoản tên này.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Chưa có tài khoản</translation>
    </message>
    <message>
        <source>Traydial does not know which PBX to use.</source>
        <translation>Traydial chưa biết dùng tổng đài nào.</translation>
    </message>
    <message>
        <source>Add an account in Settings.</source>
        <translation>Hãy thêm tài khoản trong Thiết lập.</translation>
    </message>
    <message>
        <source>No default account</source>
        <translation>Chưa có tài khoản mặc định</translation>
    </message>
    <message>
        <source>The account that used to dial is gone. Nothing was dialled.</source>
        <translation>Tài khoản dùng để gọi không còn. Chưa gọi số nào.</translation>
    </message>
    <message>
        <source>Choose the account in the tray&apos;s menu, or with “traydial account default”.</source>
        <translation>Hãy chọn tài khoản trong menu của biểu tượng khay, hoặc bằng “traydial account default”.</translation>
    </message>
    <message>
        <source>The account that used to dial is gone. There are: {known}.</source>
        <translation>Tài khoản dùng để gọi không còn. Hiện có: {known}.</translation>
    </message>
    <message>
        <source>Name not valid</source>
        <translation>Tên không hợp lệ</translation>
    </message>
    <message>
        <source>The short name of an account has small letters, digits, - and _ only.</source>
        <translation>Tên ngắn của tài khoản chỉ gồm chữ thường, chữ số, - và _.</translation>
    </message>
    <message>
        <source>Choose a name such as office.</source>
        <translation>Hãy chọn một tên như vanphong.</translation>
    </message>
    <message>
        <source>Unknown PBX</source>
        <translation>Tổng đài không rõ</translation>
    </message>
    <message>
        <source>Traydial does not know this kind of PBX.</source>
        <translation>Traydial không biết loại tổng đài này.</translation>
    </message>
    <message>
        <source>Choose one from the list, or install its adapter.</source>
        <translation>Hãy chọn trong danh sách, hoặc cài đặt bộ nối của nó.</translation>
    </message>
    <message>
        <source>Traydial does not know the PBX {pbx}. It knows: {known}.</source>
        <translation>Traydial không biết tổng đài {pbx}. Nó biết: {known}.</translation>
    </message>
    <message>
        <source>History not available</source>
        <translation>Không dùng được lịch sử</translation>
    </message>
    <message>
        <source>The history of calls cannot be read or changed ({reason}).</source>
        <translation>Không đọc hoặc sửa được lịch sử cuộc gọi ({reason}).</translation>
    </message>
    <message>
        <source>You can still call. Check that the disk is not full, then try again.</source>
        <translation>Vẫn gọi được bình thường. Hãy xem đĩa có đầy không, rồi thử lại.</translation>
    </message>
    <message>
        <source>Not exported</source>
        <translation>Chưa xuất</translation>
    </message>
    <message>
        <source>The file could not be written ({reason}). The history is as it was.</source>
        <translation>Không ghi được tệp ({reason}). Lịch sử vẫn như cũ.</translation>
    </message>
    <message>
        <source>Choose another folder or file.</source>
        <translation>Hãy chọn thư mục hoặc tệp khác.</translation>
    </message>
    <message>
        <source>Table not read</source>
        <translation>Không đọc được bảng</translation>
    </message>
    <message>
        <source>The table cannot be read ({reason}).</source>
        <translation>Không đọc được bảng ({reason}).</translation>
    </message>
    <message>
        <source>Save it as CSV, then try again.</source>
        <translation>Hãy lưu thành CSV, rồi thử lại.</translation>
    </message>
    <message>
        <source>Table too large</source>
        <translation>Bảng quá lớn</translation>
    </message>
    <message>
        <source>A table may have {lines} lines and {megabytes} MB; this one is larger.</source>
        <translation>Một bảng được có {lines} dòng và {megabytes} MB; bảng này lớn hơn.</translation>
    </message>
    <message>
        <source>Split it into smaller tables.</source>
        <translation>Hãy chia thành các bảng nhỏ hơn.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>The file could not be written ({reason}).</source>
        <translation>Không ghi được tệp ({reason}).</translation>
    </message>
    <message>
        <source>Traydial is not running</source>
        <translation>Traydial không chạy</translation>
    </message>
    <message>
        <source>There is no running Traydial to ask.</source>
        <translation>Không có Traydial đang chạy để hỏi.</translation>
    </message>
    <message>
        <source>Start Traydial, then try again.</source>
        <translation>Hãy khởi động Traydial, rồi thử lại.</translation>
    </message>
    <message>
        <source>Traydial does not answer</source>
        <translation>Traydial không trả lời</translation>
    </message>
    <message>
        <source>Traydial is running but did not answer in time. Nothing was repeated.</source>
        <translation>Traydial đang chạy nhưng không trả lời kịp. Không có gì được lặp lại.</translation>
    </message>
    <message>
        <source>Look at your phone before you try again. If it happens again, restart Traydial.</source>
        <translation>Hãy nhìn điện thoại trước khi thử lại; nếu vẫn vậy, hãy khởi động lại Traydial.</translation>
    </message>
    <message>
        <source>The tray could not start</source>
        <translation>Không khởi động được Traydial</translation>
    </message>
    <message>
        <source>The folder of its socket cannot be written to, or is open to others.</source>
        <translation>Không ghi được vào thư mục chứa socket của Traydial, hoặc thư mục đó mở cho người khác.</translation>
    </message>
    <message>
        <source>Set TRAYDIAL_HOME or XDG_RUNTIME_DIR to a folder that only you can use.</source>
        <translation>Hãy chỉ định một thư mục của riêng bạn trong TRAYDIAL_HOME hoặc XDG_RUNTIME_DIR.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>The call was cancelled.</source>
        <translation>Cuộc gọi đã được hủy.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Đã xảy ra lỗi</translation>
    </message>
    <message>
        <source>An error inside Traydial. The log has the details.</source>
        <translation>Lỗi bên trong Traydial. Chi tiết có trong nhật ký.</translation>
    </message>
    <message>
        <source>Please report it, with the report from Diagnostics.</source>
        <translation>Hãy báo lỗi kèm báo cáo từ Chẩn đoán.</translation>
    </message>
    <message>
        <source>An error inside Traydial. The log has it as incident {incident}.</source>
        <translation>Lỗi bên trong Traydial. Trong nhật ký đó là sự cố {incident}.</translation>
    </message>
    <message>
        <source>Nothing was dialled.</source>
        <translation>Chưa gọi số nào.</translation>
    </message>
</context>
<context>
    <name>noojee</name>
    <message>
        <source>Noojee stores no reference with a call; a recording can have a tag.</source>
        <translation>Noojee không giữ tham chiếu với cuộc gọi; bản ghi âm có thể có nhãn.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>The address of Noojee Contact, e.g. https://pbx.example.com.au. Noojee Support must have allowed your IP address.</source>
        <translation>Địa chỉ của Noojee Contact, ví dụ https://pbx.example.com.au. Bộ phận hỗ trợ Noojee phải cho phép địa chỉ IP trước.</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Máy nhánh</translation>
    </message>
    <message>
        <source>Your own phone: it rings first. Without a technology, SIP/ is added.</source>
        <translation>Điện thoại của mình: nó đổ chuông trước. Nếu thiếu công nghệ, SIP/ được thêm vào.</translation>
    </message>
    <message>
        <source>e.g. 101, SIP/101 or PJSIP/101</source>
        <translation>ví dụ 101, SIP/101 hoặc PJSIP/101</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Khóa API</translation>
    </message>
    <message>
        <source>A global key from Noojee Support; a user&apos;s own key may not dial.</source>
        <translation>Khóa chung từ bộ phận hỗ trợ Noojee; khóa riêng của người dùng không gọi được.</translation>
    </message>
    <message>
        <source>Caller ID</source>
        <translation>Số hiển thị</translation>
    </message>
    <message>
        <source>What the person you call sees; empty: what the PBX decides.</source>
        <translation>Điều người được gọi nhìn thấy; để trống: do tổng đài quyết định.</translation>
    </message>
    <message>
        <source>Your phone answers by itself</source>
        <translation>Điện thoại tự trả lời</translation>
    </message>
    <message>
        <source>The make of your phone (yealink, polycom, grandstream, snom, aastra, linksys), or the auto answer text that it wants. Empty: it rings.</source>
        <translation>Hãng điện thoại (yealink, polycom, grandstream, snom, aastra, linksys), hoặc văn bản tự trả lời mà nó cần. Để trống: nó đổ chuông.</translation>
    </message>
    <message>
        <source>Caption on your phone</source>
        <translation>Dòng chữ trên điện thoại</translation>
    </message>
    <message>
        <source>A further line on the phone&apos;s display, where the phone can show it.</source>
        <translation>Thêm một dòng trên màn hình điện thoại, nếu điện thoại hiển thị được.</translation>
    </message>
    <message>
        <source>Follow the call</source>
        <translation>Theo dõi cuộc gọi</translation>
    </message>
    <message>
        <source>Lets Traydial find its own call, so that hang-up and recording never affect another one.</source>
        <translation>Giúp Traydial tìm đúng cuộc gọi của mình, để gác máy và ghi âm không nhầm cuộc gọi khác.</translation>
    </message>
    <message>
        <source>Record every call</source>
        <translation>Ghi âm mọi cuộc gọi</translation>
    </message>
    <message>
        <source>From the answer on. Needs Noojee Contact 6.0.1.</source>
        <translation>Từ lúc trả lời. Cần Noojee Contact 6.0.1.</translation>
    </message>
    <message>
        <source>Tag of recordings</source>
        <translation>Nhãn của bản ghi âm</translation>
    </message>
    <message>
        <source>Shown and found on the Recording Page of Noojee Contact. May hold {date} {time} {user} {number} {uuid}.</source>
        <translation>Hiển thị và tìm được trên trang Recording của Noojee Contact. Có thể chứa {date} {time} {user} {number} {uuid}.</translation>
    </message>
    <message>
        <source>Parameters in</source>
        <translation>Tham số đặt trong</translation>
    </message>
    <message>
        <source>auto: the body, and the query where the PBX plainly says that it found nothing there.</source>
        <translation>auto: phần thân, và query khi tổng đài báo rõ là không thấy gì ở đó.</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>{number} ext. {extension}</source>
        <translation>{number} máy lẻ {extension}</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>{rule}: {before} → {after}</source>
        <translation>{rule}: {before} → {after}</translation>
    </message>
    <message>
        <source>Dials {number}</source>
        <translation>Quay số {number}</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Vì sao là số này?</translation>
    </message>
    <message>
        <source>{rule} (rule {place})</source>
        <translation>{rule} (quy tắc {place})</translation>
    </message>
    <message>
        <source>access code {code}</source>
        <translation>mã gọi ra ngoài {code}</translation>
    </message>
    <message>
        <source>shown as {caller_id}</source>
        <translation>hiển thị là {caller_id}</translation>
    </message>
    <message>
        <source>Read as a number of the account&apos;s country</source>
        <translation>Được đọc như số của quốc gia của tài khoản</translation>
    </message>
    <message>
        <source>Emergency number: dialled as it is</source>
        <translation>Số khẩn cấp: quay nguyên như vậy</translation>
    </message>
    <message>
        <source>Feature code of the PBX: dialled as it is</source>
        <translation>Mã tính năng của tổng đài: quay nguyên như vậy</translation>
    </message>
    <message>
        <source>Internal number: dialled as it is</source>
        <translation>Số nội bộ: quay nguyên như vậy</translation>
    </message>
    <message>
        <source>The account&apos;s area code was added</source>
        <translation>Đã thêm mã vùng của tài khoản</translation>
    </message>
    <message>
        <source>A prefix was replaced by a rule of the account</source>
        <translation>Một đầu số được thay theo quy tắc của tài khoản</translation>
    </message>
    <message>
        <source>Rewritten by a rule of the account</source>
        <translation>Được viết lại theo quy tắc của tài khoản</translation>
    </message>
    <message>
        <source>The caller ID was chosen by a rule of the account</source>
        <translation>Số hiển thị được chọn theo quy tắc của tài khoản</translation>
    </message>
    <message>
        <source>Recorded from the start, by a rule of the account</source>
        <translation>Một quy tắc của tài khoản cho ghi âm từ đầu</translation>
    </message>
    <message>
        <source>Not recorded, by a rule of the account</source>
        <translation>Một quy tắc của tài khoản không cho ghi âm</translation>
    </message>
    <message>
        <source>Written with + and country code, as this PBX wants it</source>
        <translation>Viết với + và mã quốc gia, như tổng đài này muốn</translation>
    </message>
    <message>
        <source>Written with country code but without +, as this PBX wants it</source>
        <translation>Viết với mã quốc gia nhưng không có +, như tổng đài này muốn</translation>
    </message>
    <message>
        <source>Written as a national number, as this PBX wants it</source>
        <translation>Viết như số trong nước, như tổng đài này muốn</translation>
    </message>
    <message>
        <source>Written with the international prefix of this country, as this PBX wants it</source>
        <translation>Viết với đầu số quốc tế của quốc gia này, như tổng đài này muốn</translation>
    </message>
    <message>
        <source>Written with 00 and country code, as this PBX wants it</source>
        <translation>Viết với 00 và mã quốc gia, như tổng đài này muốn</translation>
    </message>
    <message>
        <source>Digits as they stand, as this PBX takes them</source>
        <translation>Giữ nguyên các chữ số, như tổng đài này nhận</translation>
    </message>
    <message>
        <source>The prefix for an outside line was added</source>
        <translation>Đã thêm đầu số gọi ra ngoài</translation>
    </message>
    <message>
        <source>No prefix for an outside line, by a rule of the account</source>
        <translation>Theo quy tắc của tài khoản, không có đầu số gọi ra ngoài</translation>
    </message>
    <message>
        <source>The access code for an outside line travels apart from the number</source>
        <translation>Mã gọi ra ngoài được gửi riêng với số</translation>
    </message>
    <message>
        <source>The rules of this computer do not allow this number.</source>
        <translation>Quy tắc của máy tính này không cho phép số này.</translation>
    </message>
    <message>
        <source>This is longer than any telephone number.</source>
        <translation>Dài hơn mọi số điện thoại.</translation>
    </message>
    <message>
        <source>This is not a proper telephone number.</source>
        <translation>Đây không phải số điện thoại hợp lệ.</translation>
    </message>
    <message>
        <source>This is an emergency number, and it comes from a link.</source>
        <translation>Đây là số khẩn cấp và đến từ một liên kết.</translation>
    </message>
    <message>
        <source>A code with * or # can change settings, such as forwarding all calls.</source>
        <translation>Mã có * hoặc # có thể đổi thiết lập, như chuyển tiếp mọi cuộc gọi.</translation>
    </message>
    <message>
        <source>This is a premium-rate number: the call may be expensive.</source>
        <translation>Đây là số cước cao: cuộc gọi có thể tốn kém.</translation>
    </message>
    <message>
        <source>This is a satellite telephone: the call may be very expensive.</source>
        <translation>Đây là điện thoại vệ tinh: cuộc gọi có thể rất tốn kém.</translation>
    </message>
    <message>
        <source>No call has gone to this country before.</source>
        <translation>Trước đây chưa có cuộc gọi nào đến quốc gia này.</translation>
    </message>
    <message>
        <source>No country has a number like this: it may be mistyped.</source>
        <translation>Không nước nào có số như thế này: có thể số đã bị gõ sai.</translation>
    </message>
    <message>
        <source>Some characters look like digits and are not, or stand for other characters.</source>
        <translation>Một số ký tự không phải là chữ số như vẻ ngoài, hoặc thay cho ký tự khác.</translation>
    </message>
    <message>
        <source>The country of the number stands in a hidden part of the link.</source>
        <translation>Quốc gia của số nằm trong phần ẩn của liên kết.</translation>
    </message>
    <message>
        <source>The link was opened while the screen was locked.</source>
        <translation>Liên kết được mở khi màn hình đang khóa.</translation>
    </message>
    <message>
        <source>Another link was opened just before this one.</source>
        <translation>Một liên kết khác vừa được mở ngay trước đó.</translation>
    </message>
    <message>
        <source>There have been many calls within the last minute.</source>
        <translation>Trong phút vừa qua đã có nhiều cuộc gọi.</translation>
    </message>
    <message>
        <source>You are in a call. If the PBX can do that, it is hung up first.</source>
        <translation>Bạn đang trong một cuộc gọi. Nếu tổng đài làm được, cuộc gọi đó được gác máy trước.</translation>
    </message>
    <message>
        <source>The call will be recorded: the other party must have been told and have agreed.</source>
        <translation>Cuộc gọi sẽ được ghi âm: bên kia phải được báo và phải đồng ý.</translation>
    </message>
    <message>
        <source>Traydial is set to ask before calling numbers from links.</source>
        <translation>Traydial được đặt để hỏi trước khi gọi các số từ liên kết.</translation>
    </message>
    <message>
        <source>With http your data travels unencrypted, and others can read it on the way. Use https if the PBX has it.</source>
        <translation>Với http, dữ liệu được truyền không mã hóa và người khác có thể đọc trên đường truyền. Hãy dùng https nếu tổng đài hỗ trợ.</translation>
    </message>
    <message>
        <source>Another program already uses this hotkey. Choose another one.</source>
        <translation>Chương trình khác đã dùng phím này. Hãy chọn phím khác.</translation>
    </message>
    <message>
        <source>This is not a usable hotkey. Choose one with Ctrl, Alt or Super.</source>
        <translation>Đây không phải phím tắt dùng được. Hãy chọn phím có Ctrl, Alt hoặc Super.</translation>
    </message>
    <message>
        <source>This desktop offers no global hotkeys. Use the tray menu or the command line.</source>
        <translation>Màn hình nền này không có phím tắt toàn cục. Hãy dùng trình đơn khay hoặc dòng lệnh.</translation>
    </message>
    <message>
        <source>The same hotkey is set twice. Change one of them.</source>
        <translation>Cùng một phím tắt được đặt hai lần. Hãy đổi một trong hai.</translation>
    </message>
    <message>
        <source>Waiting for the keyring…</source>
        <translation>Đang chờ kho khóa…</translation>
    </message>
    <message>
        <source>Asking the PBX…</source>
        <translation>Đang yêu cầu tổng đài…</translation>
    </message>
    <message>
        <source>The PBX is placing the call</source>
        <translation>Tổng đài đang gọi</translation>
    </message>
    <message>
        <source>Your phone is ringing: pick it up</source>
        <translation>Điện thoại đang đổ chuông: hãy nhấc máy</translation>
    </message>
    <message>
        <source>Ringing at the other end</source>
        <translation>Đầu bên kia đang đổ chuông</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Đã kết nối</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Cuộc gọi đã kết thúc</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Không kết nối được</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Không rõ kết quả</translation>
    </message>
    <message>
        <source>This PBX offers no recording</source>
        <translation>Tổng đài này không hỗ trợ ghi âm</translation>
    </message>
    <message>
        <source>Not recording</source>
        <translation>Không ghi âm</translation>
    </message>
    <message>
        <source>Recording is starting…</source>
        <translation>Đang bắt đầu ghi âm…</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Đang ghi âm</translation>
    </message>
    <message>
        <source>Recording is stopping…</source>
        <translation>Đang dừng ghi âm…</translation>
    </message>
    <message>
        <source>It is not known whether the call is recorded</source>
        <translation>Không rõ cuộc gọi có được ghi âm không</translation>
    </message>
    <message>
        <source>Recording, and the PBX does not let it be stopped</source>
        <translation>Đang ghi âm, và tổng đài không cho dừng</translation>
    </message>
    <message>
        <source>Local number</source>
        <translation>Số địa phương</translation>
    </message>
    <message>
        <source>Internal number</source>
        <translation>Số nội bộ</translation>
    </message>
    <message>
        <source>Emergency number</source>
        <translation>Số khẩn cấp</translation>
    </message>
    <message>
        <source>Premium-rate number</source>
        <translation>Số cước cao</translation>
    </message>
    <message>
        <source>Feature code</source>
        <translation>Mã tính năng</translation>
    </message>
    <message>
        <source>SIP address</source>
        <translation>Địa chỉ SIP</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>{kind}: {match}</source>
        <translation>{kind}: {match}</translation>
    </message>
    <message>
        <source>{kind}: {match} → {use}</source>
        <translation>{kind}: {match} → {use}</translation>
    </message>
    <message>
        <source>recorded from the start</source>
        <translation>được ghi âm từ đầu</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>không được ghi âm</translation>
    </message>
    <message>
        <source>200-299: a range. 6xx: x is one digit. +44*: whatever follows. A comma separates several.</source>
        <translation>200-299: một khoảng. 6xx: x là một chữ số. +44*: bất kỳ phần sau nào. Dấu phẩy ngăn cách nhiều mẫu.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Các số</translation>
    </message>
    <message>
        <source>Replaced by</source>
        <translation>Thay bằng</translation>
    </message>
    <message>
        <source>Internal numbers</source>
        <translation>Số nội bộ</translation>
    </message>
    <message>
        <source>Dialled as they are. Without such a rule every short number is internal.</source>
        <translation>Quay nguyên như vậy. Không có quy tắc này thì mọi số ngắn đều là nội bộ.</translation>
    </message>
    <message>
        <source>Area code</source>
        <translation>Mã vùng</translation>
    </message>
    <message>
        <source>Put before local numbers, e.g. 0444 before xxxxxx, any six digits.</source>
        <translation>Đặt trước số nội hạt, ví dụ 0444 trước xxxxxx, sáu chữ số bất kỳ.</translation>
    </message>
    <message>
        <source>Leading digits</source>
        <translation>Các chữ số đầu</translation>
    </message>
    <message>
        <source>With + the result is still written as the PBX takes it, without + it is sent as is.</source>
        <translation>Có dấu + thì kết quả vẫn được viết theo cách tổng đài nhận, không có + thì gửi nguyên như vậy.</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Biểu thức chính quy</translation>
    </message>
    <message>
        <source>Compared with the whole number. In what replaces it, \1 is the first group.</source>
        <translation>So với toàn bộ số. Trong phần thay thế, \1 là nhóm đầu tiên.</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Biểu thức</translation>
    </message>
    <message>
        <source>Prefix for an outside line</source>
        <translation>Đầu số gọi ra ngoài</translation>
    </message>
    <message>
        <source>In place of the account&apos;s prefix; where it is empty, none is dialled.</source>
        <translation>Thay cho đầu số của tài khoản; để trống thì không quay đầu số nào.</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Đầu số</translation>
    </message>
    <message>
        <source>Caller ID</source>
        <translation>Số hiển thị</translation>
    </message>
    <message>
        <source>What the called party sees. The first rule that matches decides.</source>
        <translation>Số mà người được gọi nhìn thấy. Quy tắc khớp đầu tiên quyết định.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Ghi âm</translation>
    </message>
    <message>
        <source>Whether calls to them are recorded. The first rule that matches decides.</source>
        <translation>Cuộc gọi đến các số này có được ghi âm không. Quy tắc khớp đầu tiên quyết định.</translation>
    </message>
    <message>
        <source>Calls are</source>
        <translation>Cuộc gọi</translation>
    </message>
    <message>
        <source>Use this account</source>
        <translation>Dùng tài khoản này</translation>
    </message>
    <message>
        <source>They are dialled through this account where you have chosen none.</source>
        <translation>Được quay qua tài khoản này khi bạn chưa chọn tài khoản nào.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>&amp;Dial the selected number</source>
        <translation>&amp;Gọi số đang chọn</translation>
    </message>
    <message>
        <source>Dials the number that is selected in any program.</source>
        <translation>Gọi số đang được chọn trong bất kỳ chương trình nào.</translation>
    </message>
    <message>
        <source>Start or stop &amp;recording</source>
        <translation>Bắt đầu hoặc dừng &amp;ghi âm</translation>
    </message>
    <message>
        <source>Starts and stops the recording of the current call.</source>
        <translation>Bắt đầu và dừng ghi âm cuộc gọi hiện tại.</translation>
    </message>
    <message>
        <source>Before a number is called</source>
        <translation>Trước khi gọi một số</translation>
    </message>
    <message>
        <source>&amp;Careful</source>
        <translation>&amp;Cẩn thận</translation>
    </message>
    <message>
        <source>Asks before every number from a link that you have not called before.</source>
        <translation>Hỏi trước mỗi số từ liên kết chưa từng gọi.</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Bình thường</translation>
    </message>
    <message>
        <source>Leaves a moment to undo a call, and asks before unusual numbers.</source>
        <translation>Để lại một lúc để hoàn tác cuộc gọi và hỏi trước các số bất thường.</translation>
    </message>
    <message>
        <source>&amp;Fast</source>
        <translation>&amp;Nhanh</translation>
    </message>
    <message>
        <source>Dials ordinary numbers at once, and asks only before costly or risky ones.</source>
        <translation>Gọi ngay số thông thường, chỉ hỏi trước số tốn phí hoặc rủi ro.</translation>
    </message>
    <message>
        <source>Emergency numbers are dialled at once, except from links. Codes with * or # are always asked about.</source>
        <translation>Số khẩn cấp được gọi ngay, trừ khi từ liên kết. Mã có * hoặc # luôn được hỏi.</translation>
    </message>
    <message>
        <source>&amp;Time to undo a call</source>
        <translation>&amp;Thời gian hoàn tác cuộc gọi</translation>
    </message>
    <message>
        <source>How long a call waits for Undo before it is placed.</source>
        <translation>Cuộc gọi chờ Hoàn tác bao lâu trước khi thực hiện.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>giây</translation>
    </message>
    <message>
        <source>Time &amp;between two links</source>
        <translation>Thời gian giữa &amp;hai liên kết</translation>
    </message>
    <message>
        <source>Asks about a link that comes sooner after another one.</source>
        <translation>Liên kết đến sớm hơn sẽ được hỏi lại.</translation>
    </message>
    <message>
        <source>Calls in one &amp;minute</source>
        <translation>Số cuộc gọi mỗi &amp;phút</translation>
    </message>
    <message>
        <source>Asks before more calls than this.</source>
        <translation>Nhiều hơn số này sẽ được hỏi lại.</translation>
    </message>
    <message>
        <source>Dial lin&amp;ks that other programs open</source>
        <translation>Gọi các liên &amp;kết do chương trình khác mở</translation>
    </message>
    <message>
        <source>When this is off, every tel: link is refused.</source>
        <translation>Nếu tắt, mọi liên kết tel: đều bị từ chối.</translation>
    </message>
    <message>
        <source>&amp;During a call, ask before calling another number</source>
        <translation>&amp;Đang gọi thì hỏi trước khi gọi số khác</translation>
    </message>
    <message>
        <source>If you say yes, the current call is hung up first.</source>
        <translation>Nếu đồng ý, cuộc gọi hiện tại sẽ được gác trước.</translation>
    </message>
    <message>
        <source>Ne&amp;ver call</source>
        <translation>&amp;Không bao giờ gọi</translation>
    </message>
    <message>
        <source>Numbers that are never called; * stands for any digits.</source>
        <translation>Các số không bao giờ gọi; * thay cho chữ số bất kỳ.</translation>
    </message>
    <message>
        <source>+881*, +44*</source>
        <translation>+881*, +44*</translation>
    </message>
    <message>
        <source>&amp;Keep calls</source>
        <translation>&amp;Giữ cuộc gọi</translation>
    </message>
    <message>
        <source>Older calls are deleted, and Traydial no longer knows that their numbers were called.</source>
        <translation>Cuộc gọi cũ hơn bị xóa và Traydial không còn biết các số đó đã được gọi.</translation>
    </message>
    <message>
        <source>forever</source>
        <translation>mãi mãi</translation>
    </message>
    <message>
        <source>Show past numbers &amp;without their middle digits</source>
        <translation>Hiện số cũ &amp;không có các chữ số ở giữa</translation>
    </message>
    <message>
        <source>In the history, the recent calls and exported files. The numbers themselves are kept.</source>
        <translation>Trong lịch sử, cuộc gọi gần đây và tệp xuất. Bản thân các số vẫn được giữ.</translation>
    </message>
    <message>
        <source>Show a sil&amp;ent call as unknown after</source>
        <translation>Coi cuộc gọi không có tin là không rõ &amp;sau</translation>
    </message>
    <message>
        <source>For calls whose end the PBX does not report. After the same time again they are not shown.</source>
        <translation>Dành cho cuộc gọi mà tổng đài không báo lúc kết thúc. Sau thêm cùng khoảng thời gian đó, chúng không còn hiển thị.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>phút</translation>
    </message>
    <message>
        <source>Ask before &amp;recording calls to</source>
        <translation>Hỏi trước khi &amp;ghi âm cuộc gọi đến</translation>
    </message>
    <message>
        <source>Countries and numbers whose calls are recorded only once you say that they agreed.</source>
        <translation>Quốc gia và số chỉ được ghi âm sau khi bạn cho biết họ đã đồng ý.</translation>
    </message>
    <message>
        <source>DE, +1*</source>
        <translation>DE, +1*</translation>
    </message>
    <message>
        <source>Clic&amp;king the icon</source>
        <translation>&amp;Nhấp vào biểu tượng</translation>
    </message>
    <message>
        <source>opens the dial window</source>
        <translation>mở cửa sổ quay số</translation>
    </message>
    <message>
        <source>starts or stops recording</source>
        <translation>bắt đầu hoặc dừng ghi âm</translation>
    </message>
    <message>
        <source>Calls are sho&amp;wn</source>
        <translation>Cuộc gọi được &amp;hiển thị</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Tự động</translation>
    </message>
    <message>
        <source>In a window of Traydial</source>
        <translation>Trong cửa sổ Traydial</translation>
    </message>
    <message>
        <source>By the desktop&apos;s notifications</source>
        <translation>Bằng thông báo của màn hình nền</translation>
    </message>
    <message>
        <source>Automatic: by the desktop&apos;s notifications if they have buttons, else in a window of Traydial.</source>
        <translation>Tự động: bằng thông báo của màn hình nền nếu có nút, nếu không thì trong cửa sổ Traydial.</translation>
    </message>
    <message>
        <source>Default account</source>
        <translation>Tài khoản mặc định</translation>
    </message>
    <message>
        <source>Used when no other account is chosen. Empty: the first one.</source>
        <translation>Tài khoản gọi khi không chọn tài khoản khác; để trống: tài khoản đầu tiên.</translation>
    </message>
    <message>
        <source>Cou&amp;ntry of the numbers</source>
        <translation>&amp;Quốc gia của số</translation>
    </message>
    <message>
        <source>The country of numbers without an international prefix.</source>
        <translation>Quốc gia của các số không có mã quốc tế.</translation>
    </message>
    <message>
        <source>Lang&amp;uage</source>
        <translation>Ngôn n&amp;gữ</translation>
    </message>
    <message>
        <source>S&amp;tart Traydial at login</source>
        <translation>&amp;Khởi động Traydial khi đăng nhập</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Theo màn hình nền</translation>
    </message>
    <message>
        <source>As the desktop: {country}</source>
        <translation>Theo màn hình nền: {country}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không</translation>
    </message>
    <message>
        <source>This key cannot be a hotkey. Choose another one.</source>
        <translation>Phím này không thể làm phím tắt. Hãy chọn phím khác.</translation>
    </message>
    <message>
        <source>This key alone is needed for typing. Hold Ctrl, Alt or Super with it.</source>
        <translation>Riêng phím này cần để gõ chữ. Hãy giữ thêm Ctrl, Alt hoặc Super.</translation>
    </message>
    <message>
        <source>Other programs need this combination. Choose another one.</source>
        <translation>Các chương trình khác cần tổ hợp này. Hãy chọn tổ hợp khác.</translation>
    </message>
</context>
<context>
    <name>tel4vn</name>
    <message>
        <source>TEL4VN decides by itself which calls it records, and lets no program start or stop that.</source>
        <translation>TEL4VN tự quyết định ghi âm cuộc gọi nào, và không chương trình nào bắt đầu hay dừng được.</translation>
    </message>
    <message>
        <source>TEL4VN lets no program end a call: please hang up on your phone.</source>
        <translation>TEL4VN không cho chương trình kết thúc cuộc gọi: hãy gác máy trên điện thoại.</translation>
    </message>
    <message>
        <source>TEL4VN stores no tag with a call.</source>
        <translation>TEL4VN không giữ nhãn với cuộc gọi.</translation>
    </message>
    <message>
        <source>TEL4VN stores no reference with a call.</source>
        <translation>TEL4VN không giữ tham chiếu với cuộc gọi.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>The API host that TEL4VN gave you, e.g. https://pbx.example.vn</source>
        <translation>Máy chủ API mà TEL4VN cung cấp, ví dụ https://pbx.example.vn</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Máy nhánh</translation>
    </message>
    <message>
        <source>Your own phone&apos;s number in the PBX: it rings first.</source>
        <translation>Số điện thoại của mình trong tổng đài: nó đổ chuông trước.</translation>
    </message>
    <message>
        <source>digits only, e.g. 101</source>
        <translation>chỉ chữ số, ví dụ 101</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Khóa API</translation>
    </message>
    <message>
        <source>From TEL4VN. Traydial fetches tokens with it and renews them in time.</source>
        <translation>Từ TEL4VN. Traydial dùng nó để lấy token và gia hạn kịp thời.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Only where you have no API key: a token that TEL4VN gave you.</source>
        <translation>Chỉ khi không có khóa API: token do TEL4VN cung cấp.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>async: the PBX answers at once. sync: it answers when your phone is picked up.</source>
        <translation>async: tổng đài trả lời ngay. sync: trả lời khi điện thoại được nhấc máy.</translation>
    </message>
    <message>
        <source>Name on your phone</source>
        <translation>Tên trên điện thoại</translation>
    </message>
    <message>
        <source>What your phone shows while it rings; empty: Click2Call.</source>
        <translation>Điều điện thoại hiển thị khi đổ chuông; để trống: Click2Call.</translation>
    </message>
    <message>
        <source>Number on your phone</source>
        <translation>Số trên điện thoại</translation>
    </message>
    <message>
        <source>What your phone shows while it rings; empty: your extension.</source>
        <translation>Điều điện thoại hiển thị khi đổ chuông; để trống: máy nhánh của mình.</translation>
    </message>
    <message>
        <source>Name in the SIP message</source>
        <translation>Tên trong bản tin SIP</translation>
    </message>
    <message>
        <source>Sent with the call to the number that you dial.</source>
        <translation>Gửi kèm cuộc gọi tới số được quay.</translation>
    </message>
    <message>
        <source>Number in the SIP message</source>
        <translation>Số trong bản tin SIP</translation>
    </message>
    <message>
        <source>Your phone answers by itself</source>
        <translation>Điện thoại tự trả lời</translation>
    </message>
    <message>
        <source>Where the phone can do so; else it rings first.</source>
        <translation>Nếu điện thoại làm được; nếu không, nó đổ chuông trước.</translation>
    </message>
    <message>
        <source>Hotline</source>
        <translation>Hotline</translation>
    </message>
    <message>
        <source>The number to call out with. TEL4VN has to set it up for you first.</source>
        <translation>Số dùng để gọi ra. TEL4VN phải thiết lập trước.</translation>
    </message>
    <message>
        <source>digits only, e.g. 02873001234</source>
        <translation>chỉ chữ số, ví dụ 02873001234</translation>
    </message>
</context>
<context>
    <name>teleforge</name>
    <message>
        <source>An extension of 3 or 4 digits, or a number such as 27820001234</source>
        <translation>Máy nhánh 3 hoặc 4 chữ số, hoặc số như 27820001234</translation>
    </message>
    <message>
        <source>27110001234, 0110001234, random, or tvc_ and the campaign&apos;s name</source>
        <translation>27110001234, 0110001234, random, hoặc tvc_ và tên chiến dịch</translation>
    </message>
    <message>
        <source>Letters, digits and . - _ ~ : only, for example crm-{date}-{user}</source>
        <translation>Chỉ chữ cái, chữ số và . - _ ~ :, ví dụ crm-{date}-{user}</translation>
    </message>
    <message>
        <source>ended by hanging up</source>
        <translation>kết thúc do gác máy</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>bận</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>bị từ chối</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>không trả lời</translation>
    </message>
    <message>
        <source>not connected: an error on the line, or a number that Teleforge cannot dial</source>
        <translation>không kết nối được: lỗi đường dây, hoặc số mà Teleforge không quay được</translation>
    </message>
    <message>
        <source>not connected: an internal error at Teleforge</source>
        <translation>không kết nối được: Teleforge gặp lỗi của chính nó</translation>
    </message>
    <message>
        <source>hung up before it was answered</source>
        <translation>gác máy trước khi có trả lời</translation>
    </message>
    <message>
        <source>not connected: no free line</source>
        <translation>không kết nối được: không còn đường dây trống</translation>
    </message>
    <message>
        <source>not connected: the phone or the line is unavailable</source>
        <translation>không kết nối được: điện thoại hoặc đường dây không sẵn sàng</translation>
    </message>
    <message>
        <source>not connected: Teleforge did not understand the call</source>
        <translation>không kết nối được: Teleforge không hiểu cuộc gọi</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>Address and port from Teleforge&apos;s letter, for example http://pbx.example:8300 (v3.3 and later)</source>
        <translation>Địa chỉ và cổng trong thư của Teleforge, ví dụ http://pbx.example:8300 (từ v3.3)</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Your extension, or the number of the phone that rings first</source>
        <translation>Máy nhánh của mình, hoặc số điện thoại đổ chuông trước</translation>
    </message>
    <message>
        <source>Caller ID</source>
        <translation>Số hiển thị</translation>
    </message>
    <message>
        <source>The number that is shown to others; random and tvc_ must be set up by Teleforge</source>
        <translation>Số hiển thị cho người khác; random và tvc_ phải do Teleforge thiết lập</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Tham chiếu</translation>
    </message>
    <message>
        <source>Finds the call in Teleforge&apos;s reports; may hold {date} {time} {user} {number} {uuid}</source>
        <translation>Tìm cuộc gọi trong báo cáo của Teleforge; có thể chứa {date} {time} {user} {number} {uuid}</translation>
    </message>
    <message>
        <source>Version of the PBX</source>
        <translation>Phiên bản tổng đài</translation>
    </message>
    <message>
        <source>The first digit; 2 takes the reference under its old name</source>
        <translation>Chữ số đầu; 2 dùng tên cũ của tham chiếu</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Khóa API</translation>
    </message>
    <message>
        <source>Only if Teleforge gave you one</source>
        <translation>Chỉ khi Teleforge đã cung cấp</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Where Teleforge reports how calls ended, for example redis://pbx.example:6379/0; empty: not used</source>
        <translation>Nơi Teleforge báo cuộc gọi kết thúc ra sao, ví dụ redis://pbx.example:6379/0; để trống: không dùng</translation>
    </message>
    <message>
        <source>Redis password</source>
        <translation>Mật khẩu Redis</translation>
    </message>
    <message>
        <source>Only if your Redis needs one</source>
        <translation>Chỉ khi Redis yêu cầu</translation>
    </message>
    <message>
        <source>Teleforge ends calls at the phone only</source>
        <translation>Teleforge chỉ kết thúc cuộc gọi tại điện thoại</translation>
    </message>
    <message>
        <source>Teleforge records by its own rules</source>
        <translation>Teleforge ghi âm theo quy tắc riêng</translation>
    </message>
    <message>
        <source>Teleforge takes a reference instead of a tag</source>
        <translation>Teleforge dùng tham chiếu thay cho nhãn</translation>
    </message>
</context>
<context>
    <name>tvox</name>
    <message>
        <source>Server</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>The address of TVox as in the browser, for example https://tvox.example</source>
        <translation>Địa chỉ của TVox như trong trình duyệt, ví dụ https://tvox.example</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Tên người dùng</translation>
    </message>
    <message>
        <source>A TVox user with Superuser or Supervisor permission</source>
        <translation>Người dùng TVox có quyền Superuser hoặc Supervisor</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>That user&apos;s password for the TVox web client</source>
        <translation>Mật khẩu của người dùng đó cho TVox web client</translation>
    </message>
    <message>
        <source>Dial as</source>
        <translation>Gọi với tư cách</translation>
    </message>
    <message>
        <source>The TVox user whose phone rings, if it is not the user above</source>
        <translation>Người dùng TVox có điện thoại đổ chuông, nếu khác người dùng ở trên</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>Mã truy cập</translation>
    </message>
    <message>
        <source>Sent along with outside numbers: the outside line of your TVox</source>
        <translation>Gửi kèm các số bên ngoài: đường ra ngoài của TVox</translation>
    </message>
    <message>
        <source>Up to 8 digits, * or #, for example 0</source>
        <translation>Tối đa 8 chữ số, * hoặc #, ví dụ 0</translation>
    </message>
    <message>
        <source>Call label</source>
        <translation>Nhãn cuộc gọi</translation>
    </message>
    <message>
        <source>A text that TVox keeps with every call, unless the call has its own</source>
        <translation>Văn bản mà TVox giữ với mọi cuộc gọi, trừ khi cuộc gọi có nhãn riêng</translation>
    </message>
    <message>
        <source>Service code</source>
        <translation>Mã dịch vụ</translation>
    </message>
    <message>
        <source>The service that calls are tagged with; TVox shows it under Call Tagging</source>
        <translation>Dịch vụ gắn cho các cuộc gọi; TVox hiển thị ở Call Tagging</translation>
    </message>
    <message>
        <source>Name of recordings</source>
        <translation>Tên bản ghi âm</translation>
    </message>
    <message>
        <source>May hold {date} {time} {user} {number} {uuid}; empty: TVox names the file</source>
        <translation>Có thể chứa {date} {time} {user} {number} {uuid}; để trống: TVox đặt tên</translation>
    </message>
    <message>
        <source>Letters, digits, dot, hyphen and underscore, for example {date}_{number}</source>
        <translation>Chữ cái, chữ số, dấu chấm, gạch nối và gạch dưới, ví dụ {date}_{number}</translation>
    </message>
    <message>
        <source>Recording interface</source>
        <translation>Giao diện ghi âm</translation>
    </message>
    <message>
        <source>How this TVox version starts a recording; auto finds out and remembers</source>
        <translation>Cách phiên bản TVox này bắt đầu ghi âm; auto tự tìm và ghi nhớ</translation>
    </message>
    <message>
        <source>TVox reports call states to web servers only, not to desktop programs</source>
        <translation>TVox cho máy chủ web biết cuộc gọi diễn ra thế nào, nhưng không cho chương trình trên máy tính</translation>
    </message>
    <message>
        <source>TVox gave no call id</source>
        <translation>TVox không cho mã cuộc gọi</translation>
    </message>
</context>
<context>
    <name>wire</name>
    <message>
        <source>a key or token holds a character that HTTP does not allow</source>
        <translation>khóa hoặc token có ký tự mà HTTP không cho phép</translation>
    </message>
    <message>
        <source>it is not the address of a web server</source>
        <translation>không phải địa chỉ của máy chủ web</translation>
    </message>
    <message>
        <source>it holds no readable certificates in PEM form</source>
        <translation>không chứa chứng chỉ đọc được ở dạng PEM</translation>
    </message>
    <message>
        <source>the Python package redis is not installed</source>
        <translation>chưa cài gói Python redis</translation>
    </message>
</context>
</TS>
