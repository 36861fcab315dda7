import { describe, expect, it } from 'vitest'
import { refusedSwitches } from '../../src/main/shell/switches.ts'

describe('a packaged program', () => {
  it.each([
    [[]],
    [['--vault=/srv/vault']],
    [['--vault', '/srv/vault']],
    [['--user-data-dir=/tmp/profile', '--lang=kk', '--force-device-scale-factor=1.5']],
    [['/home/officer/request.eml']],
    [['--']],
  ])('starts with %j', (args) => {
    expect(refusedSwitches(args, 'linux')).toEqual([])
  })

  it.each([
    ['--remote-debugging-port=9222'],
    ['--REMOTE-DEBUGGING-PORT=9222'],
    ['-remote-debugging-port=9222'],
    ['--remote-debugging-pipe'],
    ['--inspect'],
    ['--inspect-brk=0'],
    ['--js-flags=--expose-gc'],
    ['--no-sandbox'],
    ['--disable-web-security'],
    ['--ignore-certificate-errors'],
    ['--load-extension=/tmp/x'],
    ['--proxy-server=example.com'],
    ['--host-resolver-rules=MAP * example.com'],
    ['--log-net-log=/tmp/x'],
    ['--enable-logging'],
    ['--renderer-cmd-prefix=sh'],
  ])('refuses %s', (argument) => {
    expect(refusedSwitches(['--vault=/srv/vault', argument], 'linux')).toHaveLength(1)
  })

  it('knows the slash of Windows, which elsewhere begins a path', () => {
    expect(refusedSwitches(['/remote-debugging-port=9222'], 'win32')).toEqual(['remote-debugging-port'])
    expect(refusedSwitches(['/remote-debugging-port=9222'], 'linux')).toEqual([])
  })
})
