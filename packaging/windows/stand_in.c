/* Stands in for the Python of Windows when the installer is tried: says how it was started, waits
   as long as it is told to, and ends with the status that it is told. */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768
#define PATIENCE 3000 /* tenths of a second */

int main(void) {
    static char line[LONGEST * 3];
    char *note = getenv("STAND_IN_NOTE");
    char *wait = getenv("STAND_IN_WAIT");
    char *status = getenv("STAND_IN_STATUS");
    FILE *file = note ? fopen(note, "wb") : NULL;
    int turn;

    if (file) {
        WideCharToMultiByte(CP_UTF8, 0, GetCommandLineW(), -1, line, sizeof line, NULL, NULL);
        fputs(line, file);
        fclose(file);
    }
    puts("stand-in");
    for (turn = 0; wait && turn < PATIENCE && GetFileAttributesA(wait) != INVALID_FILE_ATTRIBUTES; turn++)
        Sleep(100);
    return status ? atoi(status) : 0;
}
