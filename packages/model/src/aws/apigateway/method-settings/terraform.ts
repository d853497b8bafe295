import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { MethodSettings, MethodSetting } from './shape.ts';

export const terraform = defineTerraform<MethodSettings>({
  types: ['aws_api_gateway_method_settings'],
  identity: ['stage_name'],
  read: (settings) => ({
    methods: settings.list<MethodSetting>('settings', method),
  }),
});

function method(block: BlockReader): NodeOf<MethodSetting> {
  return object<MethodSetting>(
    {
      caches: block.boolean('caching_enabled', { default: false }),
      encryptsCache: block.boolean('cache_data_encrypted', { default: false }),
      tracesData: block.boolean('data_trace_enabled', { default: false }),
    },
    block.place,
  );
}
