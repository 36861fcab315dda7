import { Input, type MantineSpacing, SegmentedControl, type SegmentedControlProps } from '@mantine/core'
import { useId } from 'react'

type Props<T extends string> = Pick<SegmentedControlProps<T>, 'data' | 'value' | 'onChange'> & {
  label: string
  fullWidth?: boolean
  my?: MantineSpacing
}

/** One of a few, side by side, under a label. */
export function Choice<T extends string>({ label, fullWidth = false, my = 0, ...control }: Props<T>) {
  const id = useId()
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id, mb: 4 }}
      my={my}
      display="grid"
      style={{ justifyItems: fullWidth ? 'stretch' : 'start' }}
    >
      <SegmentedControl {...control} aria-labelledby={id} />
    </Input.Wrapper>
  )
}
