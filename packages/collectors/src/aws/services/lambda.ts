import type { Json, JsonObject } from '@kumomori/model';
import { jsonAt, textOf } from '@kumomori/model';
import type { AwsCallScope } from '../service.ts';
import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

const byName = named('FunctionName');

/** `above`: the layer. */
function layerVersion(version: Json, { above }: AwsCallScope): JsonObject | null {
  const [name, number] = [textOf(above[0], 'LayerName'), jsonAt(version, 'Version')];
  return name === undefined || number === undefined ? null : { LayerName: name, VersionNumber: number };
}

/** Source: AWS Lambda API reference, read 2026-11-22. */
export const service = defineService({
  id: 'lambda',
  load: async () => await import('@aws-sdk/client-lambda'),
  client: 'LambdaClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListFunctions',
      redact: ['Functions[].Environment.Variables.*'],
      each: {
        items: 'Functions',
        calls: [
          { operation: 'GetPolicy', input: named('FunctionName'), absent: ['ResourceNotFoundException'] },
          { operation: 'GetFunctionConcurrency', input: named('FunctionName'), absent: ['ResourceNotFoundException'] },
          // Images are signed elsewhere, and the operation refuses to speak of them.
          {
            operation: 'GetFunctionCodeSigningConfig',
            input: (item, scope) => (textOf(item, 'PackageType') === 'Image' ? null : byName(item, scope)),
            absent: ['ResourceNotFoundException'],
          },
          { operation: 'ListFunctionUrlConfigs', input: named('FunctionName'), absent: ['ResourceNotFoundException'] },
          { operation: 'ListTags', input: named('FunctionArn', 'Resource'), absent: ['ResourceNotFoundException'] },
        ],
      },
    },
    { operation: 'ListEventSourceMappings' },
    {
      operation: 'ListLayers',
      each: {
        items: 'Layers',
        calls: [
          {
            operation: 'ListLayerVersions',
            input: named('LayerName'),
            each: {
              items: 'LayerVersions',
              calls: [{ operation: 'GetLayerVersionPolicy', input: layerVersion, absent: ['ResourceNotFoundException'] }],
            },
          },
        ],
      },
    },
  ],
});
