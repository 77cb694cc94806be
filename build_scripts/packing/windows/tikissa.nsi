; The Windows installer: for one user, without administrator rights, quiet with /S. Called by installers.py with
;   /DVERSION=… /DPROGRAM=folder /DICON=app.ico /DOUTPUT=installer.exe [/DSIGN=command: signs uninstall.exe too]
;   [/DQUICK: less small, for trying out]
Unicode true
Target amd64-unicode
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Tikissa"
!define OPEN_WITH "Tikissa.Register"

Name "Tikissä"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Tikissä"
InstallDirRegKey HKCU "Software\Tikissa" "InstallDir"
RequestExecutionLevel user
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif
BrandingText "Tikissä ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Tikissä"
VIAddVersionKey "FileDescription" "Tikissä ${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\tikissa.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Finnish"
!insertmacro MUI_LANGUAGE "Swedish"
!insertmacro MUI_LANGUAGE "English"

LangString KEPT ${LANG_FINNISH} "Ohjelma on poistettu. Tekemäsi valinnat ja asetukset jäivät kansioon $LOCALAPPDATA\Tikissa. Voit poistaa kansion, jos et tarvitse niitä."
LangString KEPT ${LANG_SWEDISH} "Programmet har tagits bort. Dina val och inställningar finns kvar i mappen $LOCALAPPDATA\Tikissa. Du kan ta bort mappen om du inte behöver dem."
LangString KEPT ${LANG_ENGLISH} "The program has been removed. Your choices and settings are still in the folder $LOCALAPPDATA\Tikissa. You can delete the folder if you do not need them."

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

!macro OfferToOpen EXTENSION
  WriteRegStr HKCU "Software\Classes\${EXTENSION}\OpenWithProgids" "${OPEN_WITH}" ""
!macroend
!macro StopOffering EXTENSION
  DeleteRegValue HKCU "Software\Classes\${EXTENSION}\OpenWithProgids" "${OPEN_WITH}"
!macroend

LangString OPEN ${LANG_FINNISH} "Tikissä on auki ja suljetaan nyt. Valintasi säilyvät: ne ovat tallessa, kun avaat ohjelman uudelleen."
LangString OPEN ${LANG_SWEDISH} "Tikissä är öppet och stängs nu. Dina val finns kvar när du öppnar programmet igen."
LangString OPEN ${LANG_ENGLISH} "Tikissä is open and will be closed now. Your choices are kept, and are there when you open it again."
LangString BUSY ${LANG_FINNISH} "Tikissä tekee vielä työtä. Odota, että se on valmis, sulje ohjelma ja yritä uudelleen."
LangString BUSY ${LANG_SWEDISH} "Tikissä arbetar fortfarande. Vänta tills det är klart, stäng programmet och försök igen."
LangString BUSY ${LANG_ENGLISH} "Tikissä is still busy. Let it finish, close it, and try again."

; A running program holds its own file. It is asked to close, as the user would close it, and keeps its work; never killed.
!macro CloseRunning UN
Function ${UN}IsRunning
  StrCpy $R0 0
  IfFileExists "$INSTDIR\tikissa.exe" 0 done
  ClearErrors
  FileOpen $R1 "$INSTDIR\tikissa.exe" a
  IfErrors 0 free
  StrCpy $R0 1
  Goto done
free:
  FileClose $R1
done:
FunctionEnd

Function ${UN}CloseRunning
  Call ${UN}IsRunning
  IntCmp $R0 0 closed
  MessageBox MB_OKCANCEL|MB_ICONINFORMATION "$(OPEN)" /SD IDOK IDOK ask
  SetErrorLevel 3
  Abort
ask:
  nsExec::Exec '"$SYSDIR\taskkill.exe" /IM tikissa.exe'
  Pop $R1
  StrCpy $R2 0
wait:
  Sleep 500
  Call ${UN}IsRunning
  IntCmp $R0 0 closed
  IntOp $R2 $R2 + 1
  IntCmp $R2 60 0 wait
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(BUSY)" /SD IDCANCEL IDRETRY ask
  SetErrorLevel 3
  Abort
closed:
FunctionEnd
!macroend
!insertmacro CloseRunning ""
!insertmacro CloseRunning "un."

Section
  Call CloseRunning
  ; The old version goes first, so that none of its files stays among the new ones. Settings lie elsewhere.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Tikissä.lnk" "$INSTDIR\tikissa.exe"

  WriteRegStr HKCU "Software\Tikissa" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\${OPEN_WITH}" "" "Tikissä"
  WriteRegStr HKCU "Software\Classes\${OPEN_WITH}\DefaultIcon" "" "$INSTDIR\tikissa.exe,0"
  WriteRegStr HKCU "Software\Classes\${OPEN_WITH}\shell\open\command" "" '"$INSTDIR\tikissa.exe" "%1"'
  !insertmacro OfferToOpen ".xlsx"
  !insertmacro OfferToOpen ".xlsm"
  !insertmacro OfferToOpen ".xlsb"
  !insertmacro OfferToOpen ".xls"
  !insertmacro OfferToOpen ".csv"
  !insertmacro OfferToOpen ".ods"

  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Tikissä"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\tikissa.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "$0"
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "Uninstall"
  Call un.CloseRunning
  ; Only what the installer brought: a file the user put here stays, and so does the folder then.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\tikissa.exe"
  Delete "$INSTDIR\tikissa-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Tikissä.lnk"
  !insertmacro StopOffering ".xlsx"
  !insertmacro StopOffering ".xlsm"
  !insertmacro StopOffering ".xlsb"
  !insertmacro StopOffering ".xls"
  !insertmacro StopOffering ".csv"
  !insertmacro StopOffering ".ods"
  DeleteRegKey HKCU "Software\Classes\${OPEN_WITH}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\Tikissa"
  IfSilent +2
  MessageBox MB_OK "$(KEPT)"
SectionEnd
