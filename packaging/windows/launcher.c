/* Starts Crossread with the Python beside this program: passes its arguments on as they are, waits,
   and ends with the same exit status. Compiled twice: for the window, and, with CONSOLE, for the
   command line. */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768 /* characters of a path or a command line, by the rules of Windows */
#define NOT_STARTED 1
#define PYTHON_OPTIONS L"-I -X utf8 -m workbench"
#define APP_ID L"org.crossread.Crossread"

#ifdef CONSOLE
#define INTERPRETER L"crossread-parts\\python\\python.exe"
#else
#define INTERPRETER L"crossread-parts\\python\\pythonw.exe"
#endif

static wchar_t interpreter[LONGEST];
static wchar_t command[LONGEST];

static int fail(void) {
#ifdef CONSOLE
    fwprintf(stderr, L"Crossread cannot start: please install it again (%ls).\n", interpreter);
#else
    wchar_t text[LONGEST];
    swprintf(text, LONGEST, L"Crossread cannot start: please install it again.\n\n%ls", interpreter);
    MessageBoxW(NULL, text, L"Crossread", MB_ICONERROR | MB_OK);
#endif
    return NOT_STARTED;
}

/* What follows the name of the program, which is quoted or ends at a blank. */
static const wchar_t *arguments(void) {
    const wchar_t *rest = GetCommandLineW();
    int quoted = 0;
    while (*rest && (quoted || (*rest != L' ' && *rest != L'\t'))) {
        if (*rest == L'"') quoted = !quoted;
        rest++;
    }
    while (*rest == L' ' || *rest == L'\t') rest++;
    return rest;
}

/* Let the interpreter end when this program is ended, but not the processes that it starts. */
static void tie(HANDLE process) {
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
    HANDLE job = CreateJobObjectW(NULL, NULL);
    limits.BasicLimitInformation.LimitFlags =
        JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK;
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
    AssignProcessToJobObject(job, process);
}

#ifdef CONSOLE
/* Ctrl+C is for the interpreter, whose end is waited for. */
static BOOL WINAPI leave_to_interpreter(DWORD event) {
    return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
}
#endif

int wmain(void) {
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION process;
    DWORD status = NOT_STARTED;
    wchar_t *name;

    if (!GetModuleFileNameW(NULL, interpreter, LONGEST)) return NOT_STARTED;
    name = wcsrchr(interpreter, L'\\') + 1;
    swprintf(name, LONGEST - (name - interpreter), INTERPRETER);
    if (swprintf(command, LONGEST, L"\"%ls\" " PYTHON_OPTIONS L" %ls", interpreter, arguments()) < 0)
        return fail();
#ifdef CONSOLE
    SetConsoleCtrlHandler(leave_to_interpreter, TRUE);
#else
    /* one button on the task bar; it is pinned from the Start menu, where this program is named */
    startup.dwFlags = STARTF_TITLEISAPPID | STARTF_PREVENTPINNING;
    startup.lpTitle = APP_ID;
#endif
    if (!CreateProcessW(interpreter, command, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process))
        return fail();
    tie(process.hProcess);
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &status);
    return (int)status;
}
