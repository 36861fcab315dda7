import { Fragment } from 'react'

/** An address that does not fit its line goes on before an `@` or a dot, not within a word. */
export function EmailAddress({ address }: { address: string }) {
  return address.split(/(?=[@.])/).map((part, index) => (
    // The parts of an address neither come nor go.
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ))
}
