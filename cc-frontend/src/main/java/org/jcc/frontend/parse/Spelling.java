package org.jcc.frontend.parse;

/**
 * The candidate closest to a misspelt word, for "did you mean": edit distance with transpositions, and gcc's cutoff of a third of the
 * longer word.
 */
public final class Spelling {
    private final String word;
    private String best;
    private int bestDistance = Integer.MAX_VALUE;

    public Spelling(String word) {
        this.word = word;
    }

    public void consider(String candidate) {
        int longest = Math.max(word.length(), candidate.length());
        int shortest = Math.min(word.length(), candidate.length());
        int cutoff = longest <= 1 ? 0 : longest - shortest <= 1 ? Math.max(longest / 3, 1) : (longest + 2) / 3;
        if (longest - shortest > cutoff) return;
        int d = distance(word, candidate);
        if (d == 0 || d > cutoff || d >= bestDistance) return;
        bestDistance = d;
        best = candidate;
    }

    /** The closest candidate, or null if none is close. */
    public String closest() {
        return best;
    }

    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int d = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d = Math.min(d, Math.min(last[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) d = Math.min(d, beforeLast[j - 2] + 1);
                now[j] = d;
            }
            int[] t = beforeLast;
            beforeLast = last;
            last = now;
            now = t;
        }
        return last[b.length()];
    }
}
