/* Starts the program with the Python that lies beside it: the Windows build made on Linux for smoke tests. */
#include <windows.h>
#include <wchar.h>

typedef int (*python_main)(int, wchar_t **);

static int fail(const wchar_t *what)
{
    MessageBoxW(NULL, what, L"Tikiss\u00e4", MB_ICONERROR);
    return 1;
}

static int start(int count, wchar_t **arguments)
{
    static wchar_t folder[MAX_PATH], library[MAX_PATH + 32], script[MAX_PATH + 32];
    wchar_t **passed = calloc(count + 2, sizeof *passed);
    if (!GetModuleFileNameW(NULL, folder, MAX_PATH) || !passed)
        return fail(L"The program's folder was not found.");
    *wcsrchr(folder, L'\\') = 0;
    swprintf(library, MAX_PATH + 32, L"%ls\\_internal\\python311.dll", folder);
    swprintf(script, MAX_PATH + 32, L"%ls\\_internal\\start.py", folder);
    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    python_main run = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!run)
        return fail(L"The program's own Python could not be started. Install the program again.");
    passed[0] = arguments[0];
    passed[1] = script;
    for (int place = 1; place < count; place++)
        passed[place + 1] = arguments[place];
    return run(count + 1, passed);
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, wchar_t *line, int show)
{
    int count;
    wchar_t **arguments = CommandLineToArgvW(GetCommandLineW(), &count);
    return start(count, arguments);
}
#else
int wmain(int count, wchar_t **arguments)
{
    return start(count, arguments);
}
#endif
