/** The catalogue: every check and every framework, by file. Data only; running checks is the engine's. */
import type * as Admission from './admission/index.ts';
import type { FrameworkTexts } from '@kumomori/model';
import type { InvestigationQuestion } from './questions/index.ts';
import type { ReadinessQuestion } from './readiness/index.ts';
import type { Hunt } from './hunts/index.ts';

export { checks, frameworks } from './catalogue.ts';

/** Names, chapters and titles of a framework in our own words; null when there are none. */
export async function loadFrameworkTexts(id: string, version: string): Promise<FrameworkTexts | null> {
  return (await import('./framework-texts/index.ts')).frameworkTexts(id, version);
}

/** The catalogue of IAM actions as JSON text (`ActionCatalogueData` of the engine), read when it is asked for; null in a checkout without its data package. */
export async function loadIamActions(): Promise<string | null> {
  return (await import('./iam-actions.generated.ts')).iamActions;
}

/** The shapes of the resource types as JSON text (`ResourceShapeData` of the model): what conditions of users' checks may ask. */
export async function loadResourceShapes(): Promise<string> {
  return (await import('./resource-shapes.generated.ts')).resourceShapes;
}

/** What scripts/import-managed-policies.ts wrote: the date of the newest change in it, and policies of AWS as JSON texts `{ arn, document }`. */
export async function loadManagedPolicies(): Promise<{ readonly date: string; readonly policies: readonly string[] }> {
  return await import('./managed-policies.ts');
}

/** Our own Sigma rules by file; each document as JSON text, without its tests. Format: packages/content/detections/README.md. */
export async function loadDetections(): Promise<readonly { readonly path: string; readonly documents: readonly string[] }[]> {
  return (await import('./detections.generated.ts')).detections;
}

export type { Hunt } from './hunts/index.ts';

/** Saved questions to the event lake (docs/lake.md), in the order of their ids. */
export async function loadHunts(): Promise<readonly Hunt[]> {
  return (await import('./hunts/index.ts')).hunts;
}

export type { ReadinessLog, ReadinessQuestion, ReadinessSubject } from './readiness/index.ts';

/** What incident response asks, and which logs answer it. */
export async function loadReadinessQuestions(): Promise<readonly ReadinessQuestion[]> {
  return (await import('./readiness/index.ts')).readinessQuestions;
}

export type { InvestigationQuestion } from './questions/index.ts';

/** What is asked in an investigation, what answers it, and what the answer means. */
export async function loadInvestigationQuestions(): Promise<readonly InvestigationQuestion[]> {
  return (await import('./questions/index.ts')).investigationQuestions;
}

/** Checks of Kubernetes as admission rules (docs/admission.md). */
export async function loadAdmission(): Promise<typeof Admission> {
  return await import('./admission/index.ts');
}
