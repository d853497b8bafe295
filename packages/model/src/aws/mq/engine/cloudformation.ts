import { defineCloudFormation } from '../../../code/index.ts';
import type { MqEngine } from './shape.ts';

export const cloudformation = defineCloudFormation<MqEngine>({
  types: ['AWS::AmazonMQ::Broker', 'AWS::AmazonMQ::Configuration'],
  identity: ['BrokerName', 'Name'],
  read: (engine) => ({
    engineType: engine.string('EngineType'),
    version: engine.string('EngineVersion'),
  }),
});
