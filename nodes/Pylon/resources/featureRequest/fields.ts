import { picker } from '../../fields/picker';
import { featureRequest } from '../../records/featureRequest';

export const featureRequestId = picker('Feature Request', 'featureRequestId', 'The feature request to work with', featureRequest);
