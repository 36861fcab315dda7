/** Whether windows can be shown here. */
export declare function hasDisplay(): boolean
/** Builds the program into `out/`. */
export declare function buildProgram(): void
/** Opens the program's window in Electron, or in the stand-in where Electron's binary can't be had. Resolves when it is closed. */
export declare function runProgram(args: readonly string[]): Promise<number>
