/** Words of frameworks: names, chapters, our own short titles, what to ask by hand. Loaded when they are shown. */
import type { FrameworkTexts } from '@kumomori/model';

type Versions = Readonly<Record<string, FrameworkTexts>>;

const loaders: Readonly<Record<string, () => Promise<Versions>>> = {
  'cis-aws': async () => (await import('./cis-aws.ts')).texts,
  'cis-azure': async () => (await import('./cis-azure.ts')).texts,
  'cis-gcp': async () => (await import('./cis-gcp.ts')).texts,
  'cis-kubernetes': async () => (await import('./cis-kubernetes.ts')).texts,
  'cis-eks': async () => (await import('./cis-eks.ts')).texts,
  'cis-aks': async () => (await import('./cis-aks.ts')).texts,
  'cis-gke': async () => (await import('./cis-gke.ts')).texts,
  'nist-csf': async () => (await import('./nist-csf.ts')).texts,
  'nist-800-53': async () => (await import('./nist-800-53.ts')).texts,
  'nist-800-171': async () => (await import('./nist-800-171.ts')).texts,
  'iso-27001': async () => (await import('./iso-27001.ts')).texts,
  'pci-dss': async () => (await import('./pci-dss.ts')).texts,
  soc2: async () => (await import('./soc2.ts')).texts,
  hipaa: async () => (await import('./hipaa.ts')).texts,
  gdpr: async () => (await import('./gdpr.ts')).texts,
  'soumu-cloud-settings': async () => (await import('./soumu-cloud-settings.ts')).texts,
  'soumu-cloud-guidebook': async () => (await import('./soumu-cloud-guidebook.ts')).texts,
  ismap: async () => (await import('./ismap.ts')).texts,
  'nsa-cisa-kubernetes': async () => (await import('./nsa-cisa-kubernetes.ts')).texts,
  'aws-fsbp': async () => (await import('./aws-guidance.ts')).fsbp,
  'aws-well-architected-security': async () => (await import('./aws-guidance.ts')).security,
  'aws-well-architected-reliability': async () => (await import('./aws-guidance.ts')).reliability,
};

/** Null: there are none. */
export async function frameworkTexts(id: string, version: string): Promise<FrameworkTexts | null> {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  const versions = load && (await load());
  return versions && Object.hasOwn(versions, version) ? (versions[version] ?? null) : null;
}
