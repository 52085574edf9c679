/** Allowed steps, written a second time: state, step, role, side, next state. */
export const ALLOWED = `
  draft submit consignor origin submitted
  draft register_paper consignor origin offline_paper
  draft cancel consignor origin cancelled
  offline_paper backfill consignor origin submitted
  offline_paper cancel consignor origin cancelled
  submitted number national national submitted
  submitted hand_over consignor origin handed_over
  submitted cancel consignor origin cancelled
  handed_over number national national handed_over
  handed_over depart carrier origin in_transit
  in_transit arrive receiver destination arrived
  arrived accept receiver destination accepted
  arrived accept_partially receiver destination partially_accepted
  arrived reject receiver destination rejected
  arrived dispute receiver destination disputed
  disputed accept receiver destination accepted
  disputed accept_partially receiver destination partially_accepted
  disputed reject receiver destination rejected
  accepted number national national accepted
  accepted close consignor origin closed
  partially_accepted number national national partially_accepted
  partially_accepted close consignor origin closed
  rejected number national national rejected
  rejected close consignor origin closed`
  .trim()
  .split(/\n\s*/);
