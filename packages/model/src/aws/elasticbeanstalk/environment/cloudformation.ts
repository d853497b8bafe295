import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import type { BeanstalkEnvironment, BeanstalkSetting } from './shape.ts';

export const cloudformation = defineCloudFormation<BeanstalkEnvironment>({
  types: ['AWS::ElasticBeanstalk::Environment'],
  identity: ['EnvironmentName'],
  read: (environment) => ({
    settings: environment.list<BeanstalkSetting>('OptionSettings', setting),
  }),
});

function setting(block: BlockReader): NodeOf<BeanstalkSetting> {
  return object<BeanstalkSetting>(
    { namespace: block.string('Namespace'), option: block.string('OptionName'), value: block.string('Value') },
    block.place,
  );
}
