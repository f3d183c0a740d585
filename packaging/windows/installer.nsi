; Puts Crossread on a computer, for one user or for all, and takes it away again.
; packaging/windows_release.py gives VERSION, STAGE (the folder to install), SIZE_KB,
; COMPRESSOR, ICON, PICTURE and OUT.
;
; Everything lies in crossread*.exe, crossread.com and the folder crossread-parts, whose name is like
; no other's: only these are ever removed, also where somebody chose a folder that has files of theirs.
Unicode true
Target amd64-unicode
SetCompressor /SOLID ${COMPRESSOR}
!if ${COMPRESSOR} == lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestSupportedOS all

!define APP "Crossread"
!define PUBLISHER "The Crossread authors"
!define KEY "Software\Crossread"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Crossread"
!define CLASSES "Software\Classes"
!define SUFFIX ".crossread"
!define KIND "Crossread.Project.1"
!define MIME "application/vnd.crossread.project+sqlite3"
!define OLDEST_BUILD 17763 ; of Windows 10, version 1809: the oldest that this Qt is made for
!define NOT_POSSIBLE 3

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "${APP}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "Mode"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!include MultiUser.nsh
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh

Name "${APP}"
OutFile "${OUT}"
BrandingText "${APP} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${APP}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${APP} ${VERSION}"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${PUBLISHER}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURE}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartAsUser
!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString StillRunning ${LANG_ENGLISH} "${APP} is running. Close it, then try again."
LangString StillRunning ${LANG_GERMAN} "${APP} läuft noch. Bitte schließen Sie es und versuchen Sie es noch einmal."
LangString TooOld ${LANG_ENGLISH} "${APP} needs Windows 10, version 1809, or a later one."
LangString TooOld ${LANG_GERMAN} "${APP} braucht Windows 10, Version 1809, oder neuer."
LangString KindName ${LANG_ENGLISH} "Crossread project"
LangString KindName ${LANG_GERMAN} "Crossread-Projekt"

Function .onInit
  ${IfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel ${NOT_POSSIBLE}
    Quit
  ${EndIf}
  !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

; The installer may run as administrator; the program must not
Function StartAsUser
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\crossread.exe"'
FunctionEnd

; A program that runs cannot be written to; nothing has been touched so far
!macro WaitUntilClosed program
  ${Do}
    ClearErrors
    ${IfNot} ${FileExists} "$INSTDIR\${program}"
      ${ExitDo}
    ${EndIf}
    FileOpen $0 "$INSTDIR\${program}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillRunning)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel ${NOT_POSSIBLE}
      Quit
    ${EndIf}
  ${Loop}
!macroend

; Windows keeps a list of what opens which file
!macro TellOfKinds
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
  !insertmacro WaitUntilClosed "crossread.exe"
  !insertmacro WaitUntilClosed "crossread.com"
  RMDir /r "$INSTDIR\crossread-parts" ; what an earlier version had and this one has not
  SetOutPath "$INSTDIR"
  File "${STAGE}/crossread.exe"
  File "${STAGE}/crossread.com"
  File /r "${STAGE}/crossread-parts"
  WriteUninstaller "$INSTDIR\crossread-uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\crossread.exe"

  WriteRegStr SHCTX "${CLASSES}\${SUFFIX}" "" "${KIND}"
  WriteRegStr SHCTX "${CLASSES}\${SUFFIX}" "Content Type" "${MIME}"
  WriteRegStr SHCTX "${CLASSES}\${SUFFIX}\OpenWithProgids" "${KIND}" ""
  WriteRegStr SHCTX "${CLASSES}\${KIND}" "" "$(KindName)"
  WriteRegStr SHCTX "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\crossread.exe,0"
  WriteRegStr SHCTX "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\crossread.exe" "%1"'

  WriteRegStr SHCTX "${KEY}" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "Mode" "$MultiUser.InstallMode"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${APP}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\crossread.exe,0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" \
    '"$INSTDIR\crossread-uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" \
    '"$INSTDIR\crossread-uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  !insertmacro TellOfKinds
SectionEnd

; Projects, drafts, settings and the log are the user's and stay
Section "Uninstall"
  !insertmacro WaitUntilClosed "crossread.exe"
  !insertmacro WaitUntilClosed "crossread.com"
  Delete "$INSTDIR\crossread.exe"
  Delete "$INSTDIR\crossread.com"
  Delete "$INSTDIR\crossread-uninstall.exe"
  RMDir /r "$INSTDIR\crossread-parts"
  RMDir "$INSTDIR" ; only where nothing is left in it
  Delete "$SMPROGRAMS\${APP}.lnk"

  ReadRegStr $0 SHCTX "${CLASSES}\${SUFFIX}" ""
  ${If} $0 == "${KIND}" ; another program may have taken it over
    DeleteRegValue SHCTX "${CLASSES}\${SUFFIX}" ""
    DeleteRegValue SHCTX "${CLASSES}\${SUFFIX}" "Content Type"
  ${EndIf}
  DeleteRegValue SHCTX "${CLASSES}\${SUFFIX}\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${SUFFIX}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\${SUFFIX}"
  DeleteRegKey SHCTX "${CLASSES}\${KIND}"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${KEY}"
  !insertmacro TellOfKinds
SectionEnd
