// The form in which system call numbers are written down: runs of names with consecutive numbers.

export type SyscallTable = ReadonlyMap<string, number>

/** Each run is the number of its first name and the names, separated by white space. */
export const syscallTable = (runs: readonly (readonly [number, string])[]): SyscallTable =>
  new Map(
    runs.flatMap(([first, names]) =>
      names
        .trim()
        .split(/\s+/)
        .map((name, index) => [name, first + index] as const),
    ),
  )
