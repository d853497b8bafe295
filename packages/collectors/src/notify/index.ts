/** The one thing written to a cloud for people: a message to a topic. What it says is the application's. */
export { publishToTopic } from './sns-topic.ts';
export type { TopicMessage } from './sns-topic.ts';
