/**
 * Due dates reckoned by hand from the calendars, a line a date. Sources: 2024: order G24G0000109 (Saturday 4 May works for
 * Wednesday 8 May); 2025: order G24G0000436 (Sunday 5 January works for Friday 3 January); 2026: the calendar published in
 * December 2025; 2027: by rule, until it is published. `rule` is the rule of the pack that starts on the receipt.
 */
export const golden: readonly (readonly [receivedOn: string, rule: string, dueOn: string, why: string])[] = [
  // 2024
  ['2024-03-06', 'answer', '2024-03-12', 'Thu 7, (8 off, 9–10 weekend) Mon 11, Tue 12'],
  ['2024-03-19', 'answer', '2024-03-27', 'Wed 20, (21–22 Nauryz, 23–24 weekend, 25 off) Tue 26, Wed 27'],
  ['2024-05-03', 'answer', '2024-05-10', 'Sat 4 works, Mon 6, (7–9 off) Fri 10'],
  ['2024-05-04', 'stop-mailings', '2024-05-06', 'received on a worked Saturday: Mon 6'],
  ['2024-05-06', 'stop-mailings', '2024-05-10', '(7, 8, 9 off) Fri 10'],
  [
    '2024-07-05',
    'question-answer',
    '2024-07-15',
    '(Mon 8 off for Kurban Ait and Capital Day’s weekend) 9, 10, 11, 12, Mon 15',
  ],
  ['2024-08-28', 'answer', '2024-09-03', 'Thu 29, (Fri 30 Constitution Day, weekend) Mon 2, Tue 3'],
  ['2024-10-24', 'stop-mailings', '2024-10-28', '(Fri 25 Republic Day, weekend) Mon 28'],
  ['2024-12-13', 'answer', '2024-12-19', '(weekend, Mon 16 off) Tue 17, Wed 18, Thu 19'],
  ['2024-12-30', 'answer', '2025-01-06', 'Tue 31, (1–3 off, Sat 4) Sun 5 works, Mon 6'],
  // 2025
  ['2024-12-31', 'answer', '2025-01-08', '(1–4 off) Sun 5 works, Mon 6, (Tue 7 off) Wed 8'],
  ['2025-01-03', 'stop-mailings', '2025-01-05', 'Sunday the 5th works'],
  ['2025-03-07', 'answer', '2025-03-13', '(weekend, Mon 10 off) Tue 11, Wed 12, Thu 13'],
  ['2025-03-20', 'stop-mailings', '2025-03-26', '(Fri 21 Nauryz, weekend, 24–25 off) Wed 26'],
  ['2025-04-30', 'answer', '2025-05-06', '(Thu 1 off) Fri 2, Mon 5, Tue 6'],
  ['2025-05-06', 'answer', '2025-05-13', '(Wed 7 off) Thu 8, (Fri 9 off, weekend) Mon 12, Tue 13'],
  ['2025-06-05', 'stop-mailings', '2025-06-09', '(Fri 6 Kurban Ait, weekend) Mon 9'],
  ['2025-08-29', 'answer', '2025-09-04', '(weekend, Mon 1 off for Saturday 30 August) 2, 3, Thu 4'],
  ['2025-11-16', 'claim-answer', '2025-12-17', '30 days end on Tue 16 December, Independence Day: Wed 17'],
  ['2025-12-31', 'answer', '2026-01-08', '(1–2 off, 3–4 weekend) Mon 5, Tue 6, (Wed 7 off) Thu 8'],
  // 2026
  ['2026-03-06', 'answer', '2026-03-12', '(weekend, Mon 9 off for Sunday 8 March) 10, 11, Thu 12'],
  ['2026-03-20', 'answer', '2026-03-30', '(21–22 weekend, 23–25 off) Thu 26, Fri 27, Mon 30'],
  ['2026-05-08', 'stop-mailings', '2026-05-12', '(weekend, Mon 11 off for Saturday 9 May) Tue 12'],
  ['2026-05-26', 'answer', '2026-06-01', '(Wed 27 Kurban Ait) Thu 28, Fri 29, Mon 1'],
  ['2026-11-21', 'answer', '2026-11-25', 'received on Saturday: Mon 23, Tue 24, Wed 25'],
  ['2026-12-15', 'stop-mailings', '2026-12-17', 'on the eve of Independence Day: Thu 17'],
  ['2026-12-01', 'withdrawal-answer', '2026-12-04', 'Wed 2, Thu 3, Fri 4'],
  ['2026-11-20', 'delete-limit', '2026-12-07', '15 days end on Saturday 5 December: Mon 7'],
  ['2026-11-20', 'claim-answer', '2026-12-21', '30 days end on Sunday 20 December: Mon 21'],
  ['2026-12-02', 'claim-answer', '2027-01-05', '30 days end on 1 January: (1–4 off) Tue 5'],
  // 2027, by rule
  ['2026-12-30', 'answer', '2027-01-06', 'Thu 31, (Fri 1, weekend, Mon 4 off) Tue 5, Wed 6'],
  ['2027-03-19', 'answer', '2027-03-29', '(weekend, 22–24 off) Thu 25, Fri 26, Mon 29'],
  ['2027-12-31', 'answer', '2028-01-10', '(1–2 weekend, 3–4 off) Wed 5, Thu 6, (Fri 7 off, weekend) Mon 10'],
]
