import { defineTerraform } from '../../../code/index.ts';
import type { MqEngine } from './shape.ts';

export const terraform = defineTerraform<MqEngine>({
  types: ['aws_mq_broker', 'aws_mq_configuration'],
  identity: ['broker_name', 'name'],
  read: (engine) => ({
    engineType: engine.string('engine_type'),
    version: engine.string('engine_version'),
  }),
});
