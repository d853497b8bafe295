/** The one table that says who may import whom (docs/decisions/0002). Change it together with a decision record. */

export interface PackageRule {
  /** Packages it may import by name, besides what its package.json lists from the registry. */
  readonly mayImport: readonly string[];
  /** Pure: no I/O, clock, randomness, console or environment, and nothing from the registry but `libraries`. */
  readonly pure: boolean;
  /** What a pure package takes from the registry: libraries that are pure themselves. */
  readonly libraries?: readonly string[];
}

export const packages: Readonly<Record<string, PackageRule>> = {
  model: { mayImport: [], pure: true },
  parsers: { mayImport: ['@kumomori/model'], pure: true, libraries: ['yaml', '@marcbachmann/cel-js'] },
  engine: { mayImport: ['@kumomori/model'], pure: true },
  content: { mayImport: ['@kumomori/model'], pure: true },
  collectors: { mayImport: ['@kumomori/model'], pure: false },
  app: {
    mayImport: ['@kumomori/model', '@kumomori/parsers', '@kumomori/engine', '@kumomori/content', '@kumomori/collectors'],
    pure: false,
  },
  // The console knows the server by its API only; the types of that are generated.
  web: { mayImport: [], pure: false },
};

/**
 * Folders of packages/app/src from the outermost to the innermost layer: a folder imports only folders of layers further in (and itself).
 * What is not listed counts as innermost.
 */
export const appLayers: readonly (readonly string[])[] = [
  // Support for tests may use everything; nothing but tests imports it.
  ['testing'],
  ['cli'],
  // Editors today; the console later. Commands start it.
  ['server'],
  // The team's work in the database: it calls use-cases for what scans find.
  ['team'],
  ['use-cases'],
  ['investigate'],
  ['sources'],
  ['outputs', 'store', 'lake', 'detect', 'intel', 'notify', 'respond', 'snapshots'],
  ['suppressions', 'logs'],
  ['config'],
  ['catalogue'],
  ['findings', 'logs', 'own-checks'],
];

/** Folders that hold no logic, with all that they may import: they call use-cases. */
export const onlyThese: Readonly<Record<string, readonly string[]>> = {
  cli: ['use-cases', 'server', 'team'],
  server: ['use-cases', 'team'],
};
