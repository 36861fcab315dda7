import { app } from './app.ts'
import { loud } from './loud.ts'
import { LoudEmitter } from './loud-emitter.ts'

type Template = {
  id?: string
  label?: string
  role?: string
  type?: string
  accelerator?: string
  enabled?: boolean
  visible?: boolean
  checked?: boolean
  submenu?: Template[] | Menu
  click?: (item: MenuItem, window: unknown, event: object) => void
}

let applicationMenu: Menu | null = null

/** An item a test can look at and click. A role's own action is the operating system's, and is not imitated. */
export class MenuItem {
  readonly id: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  label: string
  enabled: boolean
  visible: boolean
  checked: boolean
  private readonly clicked: Template['click']

  constructor(template: Template) {
    this.id = template.id ?? ''
    this.role = template.role
    this.type = template.type ?? (template.submenu ? 'submenu' : 'normal')
    this.accelerator = template.accelerator
    this.label = template.label ?? ''
    this.enabled = template.enabled ?? true
    this.visible = template.visible ?? true
    this.checked = template.checked ?? false
    this.clicked = template.click
    const { submenu } = template
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu
    return loud('MenuItem', this)
  }

  click(event: object = {}, window?: unknown): void {
    if (!this.clicked) throw new Error(`electron-stand-in: the menu role '${this.role}' is not imitated`)
    if (!this.enabled) return
    if (this.type === 'checkbox') this.checked = !this.checked
    this.clicked(this, window, event)
  }
}

export class Menu extends LoudEmitter {
  readonly items: MenuItem[] = []

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close'])
    return loud('Menu', this)
  }

  static buildFromTemplate(template: (Template | MenuItem)[]): Menu {
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu
  }

  append(item: MenuItem): void {
    this.items.push(item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

/** A tray icon that nobody sees; tests emit its `click`. */
export class Tray extends LoudEmitter {
  static readonly all: Tray[] = []
  menu: Menu | null = null
  toolTip = ''
  title = ''
  image: unknown
  private destroyed = false

  constructor(image: unknown) {
    super('Tray', ['click', 'right-click', 'double-click', 'balloon-click'])
    if (!app.isReady()) throw new Error('Cannot create Tray before app is ready')
    this.image = image
    const self = loud('Tray', this)
    Tray.all.push(self)
    return self
  }

  setToolTip(toolTip: string): void {
    this.toolTip = toolTip
  }

  setTitle(title: string): void {
    this.title = title
  }

  setImage(image: unknown): void {
    this.image = image
  }

  setContextMenu(menu: Menu | null): void {
    this.menu = menu
  }

  destroy(): void {
    this.destroyed = true
  }

  isDestroyed(): boolean {
    return this.destroyed
  }
}
