type OpenWindow = { close: () => void; destroy: () => void }

/** The windows that are open now. */
export const windows = new Set<OpenWindow>()
