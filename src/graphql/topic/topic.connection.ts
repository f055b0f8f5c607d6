import { connectionType } from '../connection/connection-type.js';
import { TopicObject } from './topic.object.js';

export const { Connection: TopicConnection } = connectionType('Topic', () => TopicObject, 'topics');
