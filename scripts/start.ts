import { buildProgram, hasDisplay, runProgram } from './program.ts'

if (hasDisplay()) {
  buildProgram()
  process.exitCode = await runProgram(process.argv.slice(2))
} else {
  console.error(
    'No display: Жауап is a desktop program and needs one (neither DISPLAY nor WAYLAND_DISPLAY is set).',
  )
  process.exitCode = 1
}
