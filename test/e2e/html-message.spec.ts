import { createServer } from 'node:http'
import { once } from 'node:events'
import { expect } from '@playwright/test'
import { dropFile, faultsOf, setUp, test } from './desk.ts'

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Every way we know by which a message could run something, or tell somebody that it was read. */
const hostile = (server: string): string => `<!doctype html><html><head>
  <base href="${server}/base/"><meta http-equiv="refresh" content="0;url=${server}/refresh">
  <link rel="stylesheet" href="${server}/style.css"><link rel="prefetch" href="${server}/prefetch">
  <style>@import url(${server}/import.css); body { background: url(${server}/background.png) }
    @font-face { font-family: x; src: url(${server}/font.woff2) } p { font-family: x }</style>
  <script>window.ran = 'script'</script><script src="${server}/script.js"></script></head>
  <body onload="window.ran='onload'" background="${server}/body.png">
  <h1 onclick="window.ran='click'">Претензия</h1>
  <p style="background-image:url(${server}/inline.png)">Прошу <b>удалить</b> мои данные.</p>
  <img src="${server}/pixel.png" width="1"><img src="//${server.slice(5)}/protocol.png"><img srcset="${server}/set.png 2x">
  <img src="x" onerror="window.ran='onerror'"><img src="cid:logo@example.com" alt="Логотип"><img src="CID:none">
  <picture><source srcset="${server}/picture.png"><img src="${server}/picture2.png"></picture>
  <svg onload="window.ran='svg'"><image href="${server}/svg.png"/><script>window.ran='svg script'</script></svg>
  <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.ran='mxss'&gt;"></table></math>
  <iframe src="${server}/frame"></iframe><iframe srcdoc="<script>parent.ran='frame'</script>"></iframe>
  <object data="${server}/object"></object><embed src="${server}/embed"><video src="${server}/video" poster="${server}/poster"></video>
  <audio src="${server}/audio" autoplay></audio><form action="${server}/form"><input autofocus onfocus="window.ran='focus'"></form>
  <a href="javascript:window.ran='link'">нажмите</a> <a href="${server}/link" ping="${server}/ping">сюда</a>
  <table background="${server}/table.png"><tr><th>ИИН</th><td>900101300126</td></tr></table>
  <details ontoggle="window.ran='toggle'" open>x</details><marquee onstart="window.ran='marquee'">y</marquee>
  <div id="desk">поддельный стол</div><noscript><img src="${server}/noscript.png"></noscript></body></html>`

test('HTML of a message is shown without scripts, and nothing of it is asked from anywhere', async ({
  desk,
}) => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const { page } = desk
  try {
    await setUp(desk)
    const violations = await page.evaluateHandle(() => {
      const seen: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
      return seen
    })
    const bytes = new Uint8Array(
      Buffer.from(
        [
          'From: MAILER-DAEMON@example.com',
          'Auto-Submitted: auto-generated',
          'Subject: HTML',
          'Content-Type: multipart/related; boundary=b',
          '',
          '--b',
          'Content-Type: text/html; charset=utf-8',
          'Content-Transfer-Encoding: base64',
          '',
          Buffer.from(hostile(origin)).toString('base64'),
          '--b',
          'Content-Type: image/png',
          'Content-ID: <logo@example.com>',
          'Content-Transfer-Encoding: base64',
          '',
          pixel,
          '--b--',
          '',
        ].join('\r\n'),
      ),
    )
    await dropFile(page, 'hostile.eml', bytes)
    await page.getByText('С оформлением').click()
    const shown = page.getByRole('group', { name: 'С оформлением' })
    await expect(shown.getByText('Прошу удалить мои данные.')).toBeVisible()
    await expect(page.getByText(/Из сети ничего не загружено/)).toBeVisible()

    const picture = shown.getByRole('img', { name: 'Логотип' })
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    await shown.getByText('нажмите').click()
    await shown.getByText('сюда').click()
    await shown.getByText('Претензия').click()

    const allowed =
      /^(A|B|STRONG|I|EM|U|S|SUB|SUP|SMALL|CODE|PRE|P|DIV|SPAN|BR|HR|UL|OL|LI|DL|DT|DD|BLOCKQUOTE|CENTER|TABLE|CAPTION|THEAD|TBODY|TFOOT|TR|TD|IMG)$/
    const found = await shown.evaluate((box) =>
      [...box.querySelectorAll('*')].map((node) => ({
        tag: node.tagName,
        attributes: node
          .getAttributeNames()
          .filter((name) => !['alt', 'title', 'src', 'colspan', 'rowspan'].includes(name)),
        src: node.getAttribute('src') ?? '',
      })),
    )
    expect(found.length).toBeGreaterThan(10)
    for (const { tag, attributes, src } of found) {
      expect(tag).toMatch(allowed)
      expect(attributes).toEqual([])
      expect(src === '' || src.startsWith('data:image/png;base64,')).toBe(true)
    }
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined()
    // What the parser's own document refuses are styles and handlers; nothing was refused that would have been fetched.
    const refused = await violations.evaluate((seen) => [...new Set(seen)].sort())
    expect(refused).not.toContainEqual(
      expect.stringMatching(/^(img|font|media|frame|connect|object|form|script-src-elem)/),
    )
    expect(asked).toEqual([])
    expect(await faultsOf(page)).toEqual([])
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
