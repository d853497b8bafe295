/** Answers of the Cloud Functions API in the words of the Terraform provider. Source: Cloud Functions API v1 and v2 reference, read 2026-11-22. */
import type { Json, LiveSource, LiveValue } from '../../live/index.ts';
import { memberOf, textOf } from '../../live/index.ts';
import { gcpSources, membersInTerms } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('cloudfunctions.googleapis.com', {
  functions: {
    asset: ['CloudFunction', 'Function'],
    type: {
      types: ['google_cloudfunctions_function', 'google_cloudfunctions2_function'],
      of: ({ body }) => (isSecondGeneration(body) ? 'google_cloudfunctions2_function' : 'google_cloudfunctions_function'),
    },
    grantsBy: 'cloud_function',
    properties: ({ body }) => (isSecondGeneration(body) ? secondGeneration(body) : firstGeneration(body)),
  },
});

/** The second version of the API tells of both generations, in its own form. */
function isSecondGeneration(body: Json): boolean {
  return textOf(body, 'environment') === 'GEN_2';
}

function secondGeneration(body: Json): { readonly [key: string]: LiveValue } {
  return { event_trigger: memberOf(body, 'eventTrigger') && membersInTerms(memberOf(body, 'eventTrigger')) };
}

function firstGeneration(body: Json): { readonly [key: string]: LiveValue } {
  const config = memberOf(body, 'serviceConfig');
  const security = textOf(body, 'httpsTrigger.securityLevel') ?? textOf(config, 'securityLevel');
  return {
    ...membersInTerms(config),
    trigger_http: memberOf(body, 'httpsTrigger') !== undefined || (config !== undefined && memberOf(body, 'eventTrigger') === undefined),
    https_trigger_security_level: security === 'SECURITY_LEVEL_UNSPECIFIED' ? undefined : security,
  };
}
