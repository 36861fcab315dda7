import encodeQR from 'qr'

/** The dark modules of a QR code: for each row the stretches from a column to the one after the last. */
export type CodeModules = { side: number; stretches: { row: number; from: number; to: number }[] }

/** Medium correction restores 15 % of the code. The empty border of four modules is part of it (ISO/IEC 18004). */
export function codeModules(text: string): CodeModules {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const stretches = rows.flatMap((modules, row) =>
    stretchesOf(modules).map((stretch) => ({ row, ...stretch })),
  )
  return { side: rows.length, stretches }
}

function stretchesOf(modules: readonly boolean[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  modules.forEach((isDark, column) => {
    const last = found.at(-1)
    if (!isDark) return
    if (last?.to === column) last.to = column + 1
    else found.push({ from: column, to: column + 1 })
  })
  return found
}
