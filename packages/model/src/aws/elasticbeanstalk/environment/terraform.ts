import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { BeanstalkEnvironment, BeanstalkSetting } from './shape.ts';

export const terraform = defineTerraform<BeanstalkEnvironment>({
  types: ['aws_elastic_beanstalk_environment'],
  identity: ['name'],
  read: (environment) => ({
    settings: environment.list<BeanstalkSetting>('setting', setting),
  }),
});

function setting(block: BlockReader): NodeOf<BeanstalkSetting> {
  return object<BeanstalkSetting>(
    { namespace: block.string('namespace'), option: block.string('name'), value: block.string('value') },
    block.place,
  );
}
