import { picker } from '../../fields/picker';

export const featureRequestId = picker('Feature Request', 'featureRequestId', 'The feature request to work with');
