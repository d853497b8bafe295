import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import type { MethodSettings, MethodSetting } from './shape.ts';

export const cloudformation = defineCloudFormation<MethodSettings>({
  types: ['AWS::ApiGateway::Stage'],
  identity: ['StageName'],
  read: (settings) => ({
    methods: settings.list<MethodSetting>('MethodSettings', method),
  }),
});

function method(block: BlockReader): NodeOf<MethodSetting> {
  return object<MethodSetting>(
    {
      caches: block.boolean('CachingEnabled', { default: false }),
      encryptsCache: block.boolean('CacheDataEncrypted', { default: false }),
      tracesData: block.boolean('DataTraceEnabled', { default: false }),
    },
    block.place,
  );
}
