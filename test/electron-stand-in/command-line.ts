const notForChromium = /^(inspect.*|remote-debugging-.*|user-data-dir|require)$/

/** Chromium's switches: those of the command line, and those that are added before Chromium starts. */
export class CommandLine {
  private readonly switches = new Map<string, string>()

  constructor() {
    for (const argument of process.argv.slice(2)) {
      const [, name, value = ''] = /^--([^=]+)=?(.*)$/.exec(argument) ?? []
      if (name !== undefined) this.switches.set(name, value)
    }
  }

  /** A switch that comes when Chromium runs already is remembered, and has no effect. */
  appendSwitch(name: string, value = ''): void {
    this.switches.set(name, value)
  }

  hasSwitch(name: string): boolean {
    return this.switches.has(name)
  }

  getSwitchValue(name: string): string {
    return this.switches.get(name) ?? ''
  }

  /** The switches that Chromium itself shall see; called by boot.ts. */
  forChromium(): string[] {
    return [...this.switches]
      .filter(([name]) => !notForChromium.test(name))
      .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`))
  }
}
