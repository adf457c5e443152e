// What only a script can show.

/**
 * Attributes of a control that is hidden until its script is there. In development React takes pages over after scripts have
 * shown it, and is told not to complain.
 */
export const UNTIL_SCRIPT = { hidden: true, suppressHydrationWarning: true } as const
