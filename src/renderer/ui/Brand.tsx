/** The mark of the desk: a shanyrak, the crown of a yurt, through which the sky answers. */
export function Brand({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <circle cx="16" cy="16" r="13.5" stroke="var(--desk-gold)" strokeWidth="2.5" />
      <g stroke="currentColor" strokeWidth="1.8" strokeLinecap="round">
        <path d="M11.5 5 Q14 16 11.5 27" />
        <path d="M16 4.5 V27.5" />
        <path d="M20.5 5 Q18 16 20.5 27" />
        <path d="M5 11.5 Q16 14 27 11.5" />
        <path d="M4.5 16 H27.5" />
        <path d="M5 20.5 Q16 18 27 20.5" />
      </g>
    </svg>
  )
}
