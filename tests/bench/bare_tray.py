"""The reference for start time and memory: the least that PySide6 needs to show a tray icon with a menu."""

import signal
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

signal.signal(signal.SIGTERM, signal.SIG_DFL)
app = QApplication(sys.argv)
app.setQuitOnLastWindowClosed(False)
picture = QPixmap(22, 22)
picture.fill(Qt.GlobalColor.darkGreen)
menu = QMenu()
menu.addAction("Quit", app.quit)
icon = QSystemTrayIcon(QIcon(picture))
icon.setContextMenu(menu)
icon.show()
sys.exit(app.exec())
