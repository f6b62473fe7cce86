/** How high a row is, px: for a pointer, for a finger. The list reckons with them, so no row may be of another height. */
export const rowHeights = { pointer: 44, finger: 56 } as const

/** The same for the heading of a group. */
export const headingHeights = { pointer: 30, finger: 40 } as const
