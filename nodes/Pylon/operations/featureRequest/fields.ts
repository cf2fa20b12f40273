import { picker } from '../../parameters/record/recordField';
import { featureRequest } from '../../records/featureRequest';

export const featureRequestId = picker('Feature Request', 'featureRequestId', 'The feature request to work with', featureRequest);
