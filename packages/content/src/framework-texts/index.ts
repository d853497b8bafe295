/** Words of frameworks: names, chapters, our own short titles, what to ask by hand. Loaded when they are shown. */
import type { FrameworkTexts } from '@kumomori/model';

type Versions = Readonly<Record<string, FrameworkTexts>>;

const loaders: Readonly<Record<string, () => Promise<Versions>>> = {
  'cis-aws': async () => (await import('./cis-aws.ts')).texts,
};

/** Null: there are none. */
export async function frameworkTexts(id: string, version: string): Promise<FrameworkTexts | null> {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  const versions = load && (await load());
  return versions && Object.hasOwn(versions, version) ? (versions[version] ?? null) : null;
}
