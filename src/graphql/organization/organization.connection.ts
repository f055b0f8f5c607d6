import { connectionType } from '../connection/connection-type.js';
import { OrganizationObject } from './organization.object.js';

export const { Connection: OrganizationConnection } = connectionType(
  'Organization',
  () => OrganizationObject,
  'organizations',
);
