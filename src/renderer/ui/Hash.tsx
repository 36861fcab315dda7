/** A SHA-256, shortened for the eye, whole for the pointer and the clipboard. */
export function Hash({ value }: { value: string }) {
  return (
    <span className="mono" title={value}>
      {value.slice(0, 16)}…{value.slice(-8)}
    </span>
  )
}
