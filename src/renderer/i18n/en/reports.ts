export const reports = {
  card: 'Card for printing',
  open: 'Journal and report',
  journal: 'Journal of registration',
  report: 'Report of the period',
  from: 'Received from',
  to: 'to',
  periodWrong: 'The period ends before it begins',
  lang: 'Language of the paper',
  recorded: 'The paper holds personal data: the record will tell that it was made.',
  notMade: 'The paper was not made',
}
