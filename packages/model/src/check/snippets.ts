/** The code snippets of a fix, by format. */
import type { ReaderName } from '../resource.ts';
import { readerNames } from '../resource.ts';
import type { Fix } from './check.ts';

export interface FixSnippet {
  readonly format: ReaderName;
  /** As people call the format. */
  readonly label: string;
  /** For code fences. */
  readonly language: string;
  readonly text: string;
}

const FORMATS: Readonly<Record<ReaderName, Pick<FixSnippet, 'label' | 'language'>>> = {
  terraform: { label: 'Terraform', language: 'hcl' },
  cloudformation: { label: 'CloudFormation', language: 'yaml' },
  arm: { label: 'ARM', language: 'json' },
  kubernetes: { label: 'Kubernetes', language: 'yaml' },
  dockerfile: { label: 'Dockerfile', language: 'dockerfile' },
  compose: { label: 'Compose', language: 'yaml' },
  text: { label: 'Shell', language: 'sh' },
};

/** Those that the fix has. */
export function snippetsOf(fix: Fix): readonly FixSnippet[] {
  return readerNames.flatMap((format) => {
    const text = fix[format];
    return text === undefined ? [] : [{ format, ...FORMATS[format], text }];
  });
}
