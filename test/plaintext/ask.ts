import type { ElectronApplication, Page } from '@playwright/test'
import type { Ask } from './asking.ts'

/** Asks by the wire of the page. */
export const askIn =
  (page: Page): Ask =>
  async (name, input) => {
    type Wire = {
      call(name: string, input: unknown): Promise<{ ok: boolean; value: unknown; error: unknown }>
    }
    const result = await page.evaluate(
      ([calledName, calledInput]) =>
        (window as unknown as { zhauap: Wire }).zhauap.call(calledName, calledInput),
      [name, input] as const,
    )
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
    return result.value as never
  }

/** The officer picks a folder in the system's dialog. */
export async function pickFolder(app: ElectronApplication, ask: Ask, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, picked) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [picked] })
  }, folder)
  await ask('desktop.pickFolder', { title: 'Копии' })
}
